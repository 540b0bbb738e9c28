package chatroom.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds every message in what a server has sent, whether one to a frame or many with a newline
 * between, in a small part of the time that it takes to send one: it looks at eight bytes at once,
 * and not at the content, which it knows.
 *
 * <p>Thread safety: for one thread.
 */
final class MessageReader {
  /** Told what there is, in order. */
  interface Sink {
    /**
     * A message of this run.
     *
     * @param first whether it is the first in its frame
     */
    void message(int number, boolean first);

    /** Anything else. */
    void other(byte[] in, int from, int to);
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EVERY_BYTE = 0x0101010101010101L;
  private static final long HIGH_BITS = EVERY_BYTE << 7;
  private static final long NEWLINES = EVERY_BYTE * '\n';

  /** What an object of that type begins with, of which the last eight bytes are compared. */
  private static final int TYPE_AT = 9;

  private static final int TYPE_END = TYPE_AT + Long.BYTES;
  private static final long MESSAGE_TYPE = (long) LONGS.get("message\"".getBytes(US_ASCII), 0);

  private final Marker marker;
  private final int contentBytes;
  private int markerOffset;

  /**
   * @param contentBytes how long the content of each message is, in which there is no newline
   */
  MessageReader(Marker marker, int contentBytes) {
    this.marker = marker;
    this.contentBytes = contentBytes;
  }

  /** Reads one whole frame. */
  void read(byte[] in, int from, int to, Sink sink) {
    boolean first = true;
    int at = from;
    while (at < to) {
      int number = isMessage(in, at, to) ? number(in, at, to) : Marker.NONE;
      int end = newline(in, number == Marker.NONE ? at : at + TYPE_END + contentBytes, to);
      if (number != Marker.NONE) {
        sink.message(number, first);
        first = false;
      } else if (end > at) {
        sink.other(in, at, end);
      }
      at = end + 1;
    }
  }

  private static boolean isMessage(byte[] in, int at, int to) {
    return at + TYPE_END <= to && (long) LONGS.get(in, at + TYPE_AT) == MESSAGE_TYPE;
  }

  /** The mark is nearly always where it was in the message before. */
  private int number(byte[] in, int at, int to) {
    if (!marker.isAt(in, at + markerOffset, to)) {
      int found = marker.find(in, at, newline(in, at, to));
      if (found == Marker.NONE) {
        return Marker.NONE;
      }
      markerOffset = found - at;
    }
    return Marker.numberAt(in, at + markerOffset);
  }

  /** Where the next newline is, or the end. */
  private static int newline(byte[] in, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long zeroIfNewline = (long) LONGS.get(in, at) ^ NEWLINES;
      long found = (zeroIfNewline - EVERY_BYTE) & ~zeroIfNewline & HIGH_BITS;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && in[at] != '\n') {
      at++;
    }
    return Math.min(at, to);
  }
}
