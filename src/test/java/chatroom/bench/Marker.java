package chatroom.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * The mark in each message by which every copy of it is known again: which run, and which number in
 * it.
 *
 * <p>Thread safety: immutable.
 */
final class Marker {
  /** Characters of a mark; none of them is ever escaped. */
  static final int LENGTH = 16;

  /** Numbers are below this. */
  static final int NUMBERS = 100_000_000;

  /** There is none. */
  static final int NONE = -1;

  private static final int RUNS = 1_000_000;
  private static final int PREFIX = 8;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final String prefix;
  private final long prefixBytes;

  /** The marks of a run; another run has others, with luck. */
  Marker(long run) {
    prefix = String.format(Locale.ROOT, "@@%06d", Math.floorMod(run, RUNS));
    prefixBytes = (long) LONGS.get(prefix.getBytes(US_ASCII), 0);
  }

  /** The mark of that number. */
  String of(int number) {
    return prefix + String.format(Locale.ROOT, "%08d", number);
  }

  /** Whether a mark of this run begins there. */
  boolean isAt(byte[] in, int at, int to) {
    return at >= 0 && at + LENGTH <= to && (long) LONGS.get(in, at) == prefixBytes;
  }

  /** Where the first mark of this run begins; {@link #NONE} if there is none. */
  int find(byte[] in, int from, int to) {
    for (int at = from; at + LENGTH <= to; at++) {
      if (isAt(in, at, to)) {
        return at;
      }
    }
    return NONE;
  }

  /** The number of the mark that begins there; {@link #NONE} if these are no digits. */
  static int numberAt(byte[] in, int at) {
    int number = 0;
    for (int i = at + PREFIX; i < at + LENGTH; i++) {
      int digit = in[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
