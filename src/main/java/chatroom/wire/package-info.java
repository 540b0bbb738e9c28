/**
 * The JSON protocol: what frames say, and nothing of how they travel. Imports {@code room} alone.
 */
@org.jspecify.annotations.NullMarked
package chatroom.wire;
