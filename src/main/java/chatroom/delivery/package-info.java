/**
 * Frames to the clients of this node. Imports {@code room} and {@code wire}.
 *
 * <p>Locks: {@link chatroom.delivery.Dispatch} of an outbox has one, and calls nobody while it
 * holds it; {@link chatroom.delivery.ClientRegistry} has none but those of its maps. A room's
 * {@link chatroom.room.Lane} lock is a leaf, too. So no thread ever holds two locks of ours.
 */
@org.jspecify.annotations.NullMarked
package chatroom.delivery;
