package chatroom.endpoint;

import chatroom.wire.Utf8;
import java.util.Optional;

/**
 * Puts the parts of one text together, keeping no more than may be kept.
 *
 * <p>Thread safety: none; it belongs to one connection.
 */
final class TextAssembly {
  private final int maxBytes;

  /** All of it while there is one part, or none: nearly every text, and every idle connection. */
  private String first = "";

  private Optional<StringBuilder> more = Optional.empty();
  private int bytes;
  private boolean endsInHalfPair;

  /**
   * @param maxBytes the largest text that is kept, in bytes of UTF-8
   */
  TextAssembly(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Adds a part; returns the size of the text so far, in bytes of UTF-8. */
  int add(String part) {
    boolean joins = endsInHalfPair && !part.isEmpty() && Character.isLowSurrogate(part.charAt(0));
    // Two halves of a pair were counted as three bytes each, and take four together.
    bytes += Utf8.length(part) - (joins ? 2 : 0);
    if (!part.isEmpty()) {
      endsInHalfPair = Character.isHighSurrogate(part.charAt(part.length() - 1));
    }
    if (bytes <= maxBytes) {
      keep(part);
    } else {
      drop();
    }
    return bytes;
  }

  private void keep(String part) {
    if (first.isEmpty()) {
      first = part;
    } else {
      more = more.or(() -> Optional.of(new StringBuilder(first)));
      more.get().append(part);
    }
  }

  /** Whether the text is larger than what is kept. */
  boolean isTooLarge() {
    return bytes > maxBytes;
  }

  /** The whole text; the next part begins another. */
  String take() {
    String whole = more.map(StringBuilder::toString).orElse(first);
    bytes = 0;
    endsInHalfPair = false;
    drop();
    return whole;
  }

  /** Gives the memory back: nearly all connections are idle nearly all the time. */
  private void drop() {
    first = "";
    more = Optional.empty();
  }
}
