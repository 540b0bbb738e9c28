package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of one room, and the {@code ref}s they came under.
 *
 * <p>Thread safety: none; its log guards it.
 */
final class RoomMemory {
  /** What an entry takes beside its text, roughly, its share of the room included. */
  private static final int ENTRY_BYTES = 400;

  /** An author's own mark. */
  private record Mark(long authorId, @Nullable String ref) {}

  private record Entry(ChatMessage message, Mark mark) {
    long bytes() {
      return ENTRY_BYTES + 2L * message.text().length();
    }
  }

  private final int capacity;

  /** Oldest first; their {@code seq} is unbroken up to {@code lastSeq}. */
  private final Deque<Entry> entries = new ArrayDeque<>();

  private final Map<Mark, ChatMessage> marked = new HashMap<>();
  private long lastSeq;
  private long lastId;
  private long bytes;

  /**
   * @param capacity how many messages are kept
   */
  RoomMemory(int capacity) {
    this.capacity = capacity;
  }

  /** The number of the newest message; 0 before the first. */
  long lastSeq() {
    return lastSeq;
  }

  /** The {@code id} of the newest message; 0 before the first. */
  long lastId() {
    return lastId;
  }

  /** What it takes, in bytes of estimated heap. */
  long bytes() {
    return bytes;
  }

  /** The author's message with that mark, if it is still here. */
  @Nullable ChatMessage find(long authorId, @Nullable String ref) {
    return ref == null ? null : marked.get(new Mark(authorId, ref));
  }

  /**
   * Adds the message that has the next {@code seq}, and forgets the oldest if there are too many.
   */
  void add(ChatMessage message, @Nullable String ref) {
    Entry entry = new Entry(message, new Mark(message.authorId(), ref));
    lastSeq = message.seq();
    lastId = message.id();
    entries.addLast(entry);
    bytes += entry.bytes();
    if (ref != null) {
      marked.put(entry.mark(), message);
    }
    if (entries.size() > capacity) {
      Entry oldest = entries.removeFirst();
      bytes -= oldest.bytes();
      marked.remove(oldest.mark());
    }
  }

  /** Forgets all messages, but not how many there were. */
  void forget() {
    entries.clear();
    marked.clear();
    bytes = 0;
  }

  /** The part of a page that is still here. */
  HistoryPage read(HistoryQuery query) {
    boolean before = query.direction() == Direction.BEFORE;
    long newest = lastSeq(query.asOf());
    long oldest = lastSeq - entries.size() + 1;
    long bottom = before ? oldest : within(oldest - 1, query.seq(), newest) + 1;
    long top = before ? Math.min(newest, within(oldest, query.seq(), lastSeq + 1) - 1) : newest;
    long count = Math.max(0, Math.min(query.limit(), top - bottom + 1));
    long first = before ? top - count + 1 : bottom;
    List<ChatMessage> messages =
        entries.stream().skip(first - oldest).limit(count).map(Entry::message).toList();
    boolean more = before ? first > oldest : first + count <= newest;
    return new HistoryPage(messages, more, newest);
  }

  /** The number of the newest message that was stored by then. */
  private long lastSeq(long asOf) {
    long seq = lastSeq;
    var newestFirst = entries.descendingIterator();
    while (newestFirst.hasNext() && newestFirst.next().message().id() > asOf) {
      seq--;
    }
    return seq;
  }

  private static long within(long least, long value, long most) {
    return Math.max(least, Math.min(value, most));
  }
}
