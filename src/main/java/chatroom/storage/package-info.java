/** Where messages are kept. Imports {@code room} alone. */
@org.jspecify.annotations.NullMarked
package chatroom.storage;
