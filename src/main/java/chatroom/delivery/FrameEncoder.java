package chatroom.delivery;

import chatroom.wire.Frame;
import chatroom.wire.ServerMessage;

/** Makes the one frame of a message. Thread safety: implementations are safe for any thread. */
@FunctionalInterface
public interface FrameEncoder {
  /** The frame that says the message. */
  Frame frame(ServerMessage message);
}
