/**
 * What is said on one connection: the greeting, what a client may do and how often, and its end.
 * Imports {@code room}, {@code wire} and {@code delivery}.
 */
@org.jspecify.annotations.NullMarked
package chatroom.conversation;
