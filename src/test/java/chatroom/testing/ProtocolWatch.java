package chatroom.testing;

import chatroom.testing.ProtocolDocument.Side;
import chatroom.wire.Malformed;
import chatroom.wire.WireCodec;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fails the test of a client that receives what the protocol's document does not describe, or that
 * sends what the server understands and the document does not.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class ProtocolWatch {
  private static final WireCodec CODEC = new WireCodec();

  private final boolean watching;
  private final AtomicReference<@Nullable String> fault = new AtomicReference<>();

  /**
   * @param watching false on a line where another protocol is spoken
   */
  ProtocolWatch(boolean watching) {
    this.watching = watching;
  }

  /** A frame came. */
  void received(String frame) {
    if (watching) {
      note(Side.SERVER, frame);
    }
  }

  /**
   * A frame, or several lines, go out; what the server will refuse as malformed may be anything.
   */
  void sent(String text) {
    if (watching) {
      Stream.of(isWellFormed(text) ? new String[] {text} : text.split("\n", -1))
          .filter(ProtocolWatch::isWellFormed)
          .forEach(frame -> note(Side.CLIENT, frame));
    }
  }

  private static boolean isWellFormed(String frame) {
    try {
      CODEC.decode(frame);
      return true;
    } catch (Malformed e) {
      return false;
    }
  }

  private void note(Side side, String frame) {
    List<String> faults = ProtocolDocument.shipped().faults(side, frame);
    if (!faults.isEmpty()) {
      fault.compareAndSet(null, side + " said what is not described: " + faults + " in " + frame);
    }
  }

  /** Fails if there has been a fault. */
  void verify() {
    String first = fault.get();
    if (first != null) {
      throw new AssertionError(first);
    }
  }
}
