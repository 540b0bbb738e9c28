/** What is served beside the sockets. */
@org.jspecify.annotations.NullMarked
package chatroom.http;
