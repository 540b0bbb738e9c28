/** What is served beside the sockets, without a container. */
@org.jspecify.annotations.NullMarked
package chatroom.http;
