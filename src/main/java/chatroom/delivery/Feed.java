package chatroom.delivery;

import chatroom.wire.Frame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one room's clients are told, in its order: a chain of entries that grows at its end.
 * Whoever reads it keeps a place in it of their own, and what nobody has to read any more is
 * garbage.
 *
 * <p>Thread safety: {@link #append} is for one thread at a time; what was appended may be read by
 * any.
 */
final class Feed {
  /** One thing that is told; it knows how many bytes were told up to and with it, to whom. */
  static final class Entry {
    private final @Nullable Frame frame;
    private final Set<Long> except;
    private final Audience audience;
    private final boolean lasting;
    private final long index;
    private final long plainBytes;
    private final long chatV1Bytes;
    private final long lastingBytes;
    private volatile @Nullable Entry next;

    /** The beginning, where nothing is told yet. */
    private Entry() {
      frame = null;
      except = Set.of();
      audience = Audience.EVERYONE;
      lasting = false;
      index = 0;
      plainBytes = 0;
      chatV1Bytes = 0;
      lastingBytes = 0;
    }

    private Entry(Entry before, Frame frame, Set<Long> except, Audience audience, boolean lasting) {
      int bytes = frame.bytes();
      this.frame = frame;
      this.except = except;
      this.audience = audience;
      this.lasting = lasting;
      index = before.index + 1;
      plainBytes = before.plainBytes + (audience.includes(Protocol.PLAIN) ? bytes : 0);
      chatV1Bytes = before.chatV1Bytes + (audience.includes(Protocol.CHAT_V1) ? bytes : 0);
      lastingBytes = before.lastingBytes + (lasting ? bytes : 0);
    }

    /** What is told; not for the beginning. */
    Frame frame() {
      if (frame == null) {
        throw new IllegalStateException("nothing is told at the beginning");
      }
      return frame;
    }

    /** The users whom it is not told. */
    Set<Long> except() {
      return except;
    }

    /** Whether clients of that protocol are told. */
    boolean isFor(Protocol protocol) {
      return audience.includes(protocol);
    }

    /** Whether it may never be left out. */
    boolean isLasting() {
      return lasting;
    }

    /** What comes next; null at the end. */
    @Nullable Entry next() {
      return next;
    }

    /** Whether it comes after the other. */
    boolean isAfter(Entry other) {
      return index > other.index;
    }

    /** How many entries there are after the other, up to and with this one. */
    long entriesAfter(Entry other) {
      return index - other.index;
    }

    /** How many bytes clients of that protocol are told after the other entry. */
    long bytesAfter(Entry other, Protocol protocol) {
      return protocol == Protocol.PLAIN
          ? plainBytes - other.plainBytes
          : chatV1Bytes - other.chatV1Bytes;
    }

    /** How many of them may never be left out. */
    long lastingBytesAfter(Entry other) {
      return lastingBytes - other.lastingBytes;
    }
  }

  private volatile Entry end = new Entry();

  /**
   * Adds what is to be told.
   *
   * @param except the users whom it is not told; unmodifiable
   * @param lasting whether it is told also to those who read too slowly for all
   */
  void append(Frame frame, Set<Long> except, Audience audience, boolean lasting) {
    Entry entry = new Entry(end, frame, except, audience, lasting);
    end.next = entry;
    end = entry;
  }

  /** The newest entry. */
  Entry end() {
    return end;
  }
}
