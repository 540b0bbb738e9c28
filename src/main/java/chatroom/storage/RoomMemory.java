package chatroom.storage;

import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.StoredEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of one room, the newest changes to messages there, and the {@code ref}s they
 * came under.
 *
 * <p>Thread safety: none; its log guards it.
 */
final class RoomMemory {
  /** What an event takes beside its text, roughly, its share of the room included. */
  private static final int ENTRY_BYTES = 400;

  /** An author's own mark; messages and changes are counted by themselves. */
  private record Mark(boolean change, long authorId, @Nullable String ref) {}

  /** An event as it happened, until its text is erased. */
  private static final class Kept {
    private final Mark mark;
    private final long bytes;
    private StoredEvent event;

    Kept(StoredEvent event, Mark mark, long bytes) {
      this.event = event;
      this.mark = mark;
      this.bytes = bytes;
    }
  }

  private final int capacity;

  /** Those of all rooms of the log, by {@code id}. */
  private final Map<Long, MessageMemory> index;

  /** Oldest first. */
  private final Deque<Kept> messages = new ArrayDeque<>();

  /** Oldest first. */
  private final Deque<Kept> changes = new ArrayDeque<>();

  private final Map<Mark, Kept> marked = new HashMap<>();
  private long lastSeq;
  private long lastId;

  /** The {@code seq} of the newest event that was forgotten. */
  private long forgottenSeq;

  private long bytes;

  /**
   * @param capacity how many messages are kept, and how many changes
   * @param index where the log finds its messages by {@code id}
   */
  RoomMemory(int capacity, Map<Long, MessageMemory> index) {
    this.capacity = capacity;
    this.index = index;
  }

  /** The number of the newest event; 0 before the first. */
  long lastSeq() {
    return lastSeq;
  }

  /** The {@code id} of the newest event; 0 before the first. */
  long lastId() {
    return lastId;
  }

  /** What it takes, in bytes of estimated heap. */
  long bytes() {
    return bytes;
  }

  /** The author's message with that mark, or change, if it is still here. */
  @Nullable StoredEvent find(boolean change, long authorId, @Nullable String ref) {
    Kept kept = ref == null ? null : marked.get(new Mark(change, authorId, ref));
    return kept == null ? null : kept.event;
  }

  /**
   * Adds the message that has the next {@code seq}, and forgets the oldest if there are too many.
   */
  void add(ChatMessage message, int length, @Nullable String ref) {
    index.put(message.id(), new MessageMemory(message));
    keep(messages, message, new Mark(false, message.authorId(), ref), length);
  }

  /**
   * Adds the change that has the next {@code seq}, which is done to its message, and forgets the
   * oldest if there are too many.
   */
  void add(StoredEvent change, Change draft) {
    MessageMemory message = index.get(draft.messageId());
    if (message != null) {
      message.change(change);
    }
    if (change instanceof Deleted deleted) {
      erase(deleted);
    }
    keep(changes, change, new Mark(true, change.authorId(), draft.ref()), draft.length());
  }

  /** What was written is kept no more, first of all and after every edit. */
  private void erase(Deleted deleted) {
    for (Kept kept : messages) {
      if (kept.event.id() == deleted.messageId() && kept.event instanceof ChatMessage message) {
        kept.event = message.deleted(deleted.sentAt());
      }
    }
    for (Kept kept : changes) {
      if (kept.event instanceof Edited edited && edited.messageId() == deleted.messageId()) {
        kept.event = edited.erased();
      }
    }
  }

  private void keep(Deque<Kept> kept, StoredEvent event, Mark mark, int length) {
    Kept newest = new Kept(event, mark, ENTRY_BYTES + 2L * length);
    lastSeq = event.seq();
    lastId = event.id();
    kept.addLast(newest);
    bytes += newest.bytes;
    if (mark.ref() != null) {
      marked.put(mark, newest);
    }
    if (kept.size() > capacity) {
      forget(kept.removeFirst());
    }
  }

  private void forget(Kept kept) {
    bytes -= kept.bytes;
    forgottenSeq = Math.max(forgottenSeq, kept.event.seq());
    marked.remove(kept.mark);
    index.remove(kept.event.id());
  }

  /** Forgets all that happened, but not how much that was. */
  void forget() {
    messages.forEach(this::forget);
    changes.forEach(this::forget);
    messages.clear();
    changes.clear();
  }

  /** Forgets what happened before then. */
  void forget(Instant before) {
    for (Deque<Kept> kind : List.of(messages, changes)) {
      while (!kind.isEmpty() && kind.getFirst().event.sentAt().isBefore(before)) {
        forget(kind.removeFirst());
      }
    }
  }

  /** The part of a page that is still here. */
  HistoryPage read(HistoryQuery query) {
    long newest = lastSeq(query.asOf());
    return query.direction() == Direction.BEFORE ? before(query, newest) : after(query, newest);
  }

  private HistoryPage before(HistoryQuery query, long newest) {
    Deque<StoredEvent> page = new ArrayDeque<>();
    Iterator<Kept> newestFirst = messages.descendingIterator();
    while (newestFirst.hasNext()) {
      StoredEvent next = newestFirst.next().event;
      if (next.seq() < query.seq() && next.seq() <= newest) {
        if (page.size() == query.limit()) {
          return new HistoryPage(List.copyOf(page), true, newest);
        }
        page.addFirst(Objects.requireNonNull(index.get(next.id())).present(query.readerId()));
      }
    }
    return new HistoryPage(List.copyOf(page), false, newest);
  }

  private HistoryPage after(HistoryQuery query, long newest) {
    // Below what was forgotten there are holes.
    long from = Math.max(query.seq(), forgottenSeq);
    List<StoredEvent> found = new ArrayList<>();
    for (Deque<Kept> kind : List.of(messages, changes)) {
      kind.stream()
          .map(it -> it.event)
          .filter(it -> it.seq() > from && it.seq() <= newest)
          .limit(query.limit() + 1L)
          .forEach(found::add);
    }
    List<StoredEvent> page =
        found.stream()
            .sorted(Comparator.comparingLong(StoredEvent::seq))
            .limit(query.limit())
            .toList();
    return new HistoryPage(page, page.size() < found.size(), newest);
  }

  /** The number of the newest event that was stored by then. */
  private long lastSeq(long asOf) {
    return lastId <= asOf
        ? lastSeq
        : Math.max(forgottenSeq, Math.max(lastSeq(messages, asOf), lastSeq(changes, asOf)));
  }

  private static long lastSeq(Deque<Kept> kept, long asOf) {
    Iterator<Kept> newestFirst = kept.descendingIterator();
    while (newestFirst.hasNext()) {
      StoredEvent next = newestFirst.next().event;
      if (next.id() <= asOf) {
        return next.seq();
      }
    }
    return 0;
  }
}
