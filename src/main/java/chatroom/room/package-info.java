/** The domain of the chat room: plain Java, no I/O. Imports nothing but {@code java.*}. */
@org.jspecify.annotations.NullMarked
package chatroom.room;
