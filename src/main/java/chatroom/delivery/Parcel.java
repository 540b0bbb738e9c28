package chatroom.delivery;

import chatroom.wire.Frame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes out as one message of a WebSocket: a frame, or several with a newline between.
 *
 * <p>Thread safety: immutable.
 *
 * @param frames in their order; at least one
 * @param binary whether it goes out as a binary message, and not as text
 */
public record Parcel(List<Frame> frames, boolean binary) {
  private static final byte NEWLINE = '\n';

  /** Its size in UTF-8. */
  public int size() {
    return frames.stream().mapToInt(Frame::bytes).sum() + frames.size() - 1;
  }

  /** What it says. */
  public String text() {
    return frames.size() == 1
        ? frames.get(0).text()
        : frames.stream().map(Frame::text).collect(Collectors.joining("\n"));
  }

  /** What it says, in UTF-8: what its frames were encoded to once for all. Not to be written to. */
  public ByteBuffer utf8() {
    if (frames.size() == 1) {
      return frames.get(0).utf8();
    }
    ByteBuffer joined = ByteBuffer.allocate(size() + 1);
    frames.forEach(frame -> joined.put(frame.utf8()).put(NEWLINE));
    return joined.flip().limit(size());
  }
}
