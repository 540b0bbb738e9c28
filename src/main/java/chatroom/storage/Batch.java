package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.RoomName;
import chatroom.storage.Entry.Newcomer;
import chatroom.storage.Entry.Posting;
import chatroom.storage.Entry.Renaming;
import chatroom.storage.Entry.Sighting;
import chatroom.storage.Entry.Sweep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What entries become in one transaction, and what is told of it when it is committed.
 *
 * <p>Thread safety: none; used by one thread and once. After a failure it is thrown away.
 */
final class Batch {
  /** How much of what is too old goes at once. */
  static final int SWEEP_LIMIT = 500;

  private record Mark(RoomName room, long authorId, String ref) {}

  private final Connection connection;
  private final Map<RoomName, RoomRows.Row> known;
  private final boolean careful;
  private final Instant now;
  private Counters counters;
  private final List<MessageRows.Row> messages = new ArrayList<>();
  private final Map<Mark, ChatMessage> marked = new HashMap<>();
  private final Map<RoomName, RoomRows.Row> rooms = new LinkedHashMap<>();
  private final Set<RoomName> newRooms = new LinkedHashSet<>();
  private final List<GuestRows.Arrival> arrivals = new ArrayList<>();
  private final List<GuestRows.Change> changes = new ArrayList<>();
  private final List<Sweep> sweeps = new ArrayList<>();
  private final List<Runnable> receipts = new ArrayList<>();

  /**
   * @param counters the newest numbers before it
   * @param known rooms as they were before it, not all of them
   * @param careful whether to look for what may have been stored before, rather than to fail on it
   */
  Batch(
      Connection connection,
      Counters counters,
      Map<RoomName, RoomRows.Row> known,
      Instant now,
      boolean careful) {
    this.connection = connection;
    this.counters = counters;
    this.known = known;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    this.careful = careful;
  }

  /** Writes the entries, in their order; not yet committed. */
  void write(List<Entry> entries) throws SQLException {
    Counters before = counters;
    for (Entry entry : entries) {
      add(entry);
    }
    // Preparing a statement takes time that a lone message would wait for.
    if (!newRooms.isEmpty()) {
      RoomRows.insert(connection, newRooms);
    }
    if (!messages.isEmpty()) {
      MessageRows.insert(connection, messages);
      RoomRows.update(connection, rooms.values());
    }
    if (!arrivals.isEmpty()) {
      GuestRows.insert(connection, arrivals, now);
    }
    if (!changes.isEmpty()) {
      GuestRows.update(connection, changes, now);
    }
    for (Sweep sweep : sweeps) {
      sweep(sweep);
    }
    if (!counters.equals(before)) {
      counters.write(connection);
    }
  }

  private void add(Entry entry) throws SQLException {
    if (entry instanceof Posting posting) {
      post(posting);
    } else if (entry instanceof Newcomer newcomer) {
      long id = admit(newcomer);
      receipts.add(() -> newcomer.admission().admitted(id));
    } else if (entry instanceof Renaming renaming) {
      changes.add(new GuestRows.Change(renaming.userId(), Optional.of(renaming.name())));
      receipts.add(renaming.receipt()::kept);
    } else if (entry instanceof Sighting sighting) {
      changes.add(new GuestRows.Change(sighting.userId(), Optional.empty()));
    } else if (entry instanceof Sweep sweep) {
      sweeps.add(sweep);
    }
  }

  private void post(Posting posting) throws SQLException {
    ChatMessage earlier = earlier(posting.draft());
    ChatMessage message = earlier == null ? store(posting.draft()) : earlier;
    boolean again = earlier != null;
    receipts.add(() -> posting.receipt().stored(message, again));
  }

  private @Nullable ChatMessage earlier(Draft draft) throws SQLException {
    String ref = draft.ref();
    if (ref == null) {
      return null;
    }
    long author = draft.author().id();
    ChatMessage here = marked.get(new Mark(draft.room(), author, ref));
    return here == null && careful
        ? MessageRows.find(connection, draft.room(), author, ref).orElse(null)
        : here;
  }

  private ChatMessage store(Draft draft) throws SQLException {
    RoomRows.Row room = room(draft.room());
    counters = counters.withMessage();
    ChatMessage message =
        new ChatMessage(
            counters.messageId(),
            room.lastSeq() + 1,
            draft.room(),
            draft.author().id(),
            draft.author().name().text(),
            draft.text(),
            now);
    rooms.put(draft.room(), new RoomRows.Row(draft.room(), message.seq(), message.id()));
    messages.add(new MessageRows.Row(message, draft.ref()));
    String ref = draft.ref();
    if (ref != null) {
      marked.put(new Mark(draft.room(), message.authorId(), ref), message);
    }
    return message;
  }

  private RoomRows.Row room(RoomName name) throws SQLException {
    RoomRows.Row room = rooms.getOrDefault(name, known.get(name));
    if (room != null) {
      return room;
    }
    Optional<RoomRows.Row> stored = RoomRows.find(connection, name);
    if (stored.isEmpty()) {
      newRooms.add(name);
    }
    return stored.orElse(new RoomRows.Row(name, 0, 0));
  }

  private long admit(Newcomer newcomer) throws SQLException {
    if (careful && newcomer.tokenHash().isPresent()) {
      var earlier = GuestRows.find(connection, newcomer.tokenHash().get(), Instant.EPOCH);
      if (earlier.isPresent()) {
        return earlier.get().id();
      }
    }
    counters = counters.withUser();
    long id = counters.userId();
    newcomer.tokenHash().ifPresent(hash -> arrivals.add(new GuestRows.Arrival(id, hash)));
    return id;
  }

  private void sweep(Sweep sweep) throws SQLException {
    int deleted = MessageRows.deleteOldest(connection, sweep.messagesBefore(), SWEEP_LIMIT);
    int forgotten = GuestRows.deleteOldest(connection, sweep.guestsBefore(), SWEEP_LIMIT);
    counters = counters.without(deleted);
    boolean more = deleted == SWEEP_LIMIT || forgotten == SWEEP_LIMIT;
    receipts.add(() -> sweep.swept().accept(more));
  }

  /** The newest numbers after it. */
  Counters counters() {
    return counters;
  }

  /** The rooms that were written in, as they are after it. */
  Map<RoomName, RoomRows.Row> rooms() {
    return rooms;
  }

  /** The newest message that it stores, by which it is told whether it was committed. */
  Optional<ChatMessage> newest() {
    return messages.isEmpty()
        ? Optional.empty()
        : Optional.of(messages.get(messages.size() - 1).message());
  }

  /** What tells everybody what became of their entries. */
  List<Runnable> receipts() {
    return receipts;
  }
}
