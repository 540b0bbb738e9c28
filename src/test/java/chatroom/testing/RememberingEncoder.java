package chatroom.testing;

import chatroom.delivery.FrameEncoder;
import chatroom.wire.Frame;
import chatroom.wire.ServerMessage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Makes frames that a test can turn back into the messages they were made of. For one thread. */
public final class RememberingEncoder implements FrameEncoder {
  private final IdentityHashMap<Frame, ServerMessage> said = new IdentityHashMap<>();
  private final List<ServerMessage> all = new ArrayList<>();

  @Override
  public Frame frame(ServerMessage message) {
    Frame frame = Frame.of(message.toString());
    said.put(frame, message);
    all.add(message);
    return frame;
  }

  /** All that was encoded, each as often as it was. */
  public List<ServerMessage> encoded() {
    return List.copyOf(all);
  }

  /** What was sent over a transport. */
  public List<ServerMessage> heardOver(RecordingTransport transport) {
    return transport.frames().stream()
        .map(frame -> Objects.requireNonNull(said.get(frame)))
        .toList();
  }
}
