package chatroom.storage;

import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Deleted;
import chatroom.room.Draft;
import chatroom.room.Draft.Post;
import chatroom.room.Place;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Uploads;
import chatroom.storage.Entry.Deciding;
import chatroom.storage.Entry.Newcomer;
import chatroom.storage.Entry.Posting;
import chatroom.storage.Entry.Renaming;
import chatroom.storage.Entry.Sighting;
import chatroom.storage.Entry.Sweep;
import chatroom.storage.Entry.UploadSweep;
import chatroom.storage.Entry.Uploading;
import chatroom.storage.Entry.Writing;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What entries become in one transaction, and what is told of it when it is committed.
 *
 * <p>Thread safety: none; used by one thread and once. After a failure it is thrown away.
 */
final class Batch {
  /** How much of each kind of what is too old goes at once. */
  static final int SWEEP_LIMIT = 500;

  private record Mark(RoomName room, long authorId, String ref) {}

  private final Connection connection;
  private final Map<RoomName, RoomRows.Row> known;
  private final boolean careful;
  private final TextIndex textIndex;
  private final Instant now;
  private final Consumer<String> gone;
  private Counters counters;

  /** Stored, but not yet inserted. */
  private final List<MessageRows.Row> messages = new ArrayList<>();

  /** Where its messages are, by {@code id}. */
  private final Map<Long, RoomName> places = new HashMap<>();

  private Optional<StoredEvent> newest = Optional.empty();
  private final Map<Mark, ChatMessage> marked = new HashMap<>();
  private final Map<RoomName, RoomRows.Row> rooms = new LinkedHashMap<>();
  private final Set<RoomName> newRooms = new LinkedHashSet<>();
  private final List<GuestRows.Arrival> arrivals = new ArrayList<>();
  private final List<GuestRows.Change> changes = new ArrayList<>();
  private final List<Writing> writings = new ArrayList<>();
  private final IndexChanges index;
  private final List<Entry.Marking> marks = new ArrayList<>();
  private final List<Entry.Ignoring> ignorings = new ArrayList<>();
  private final List<Sweep> sweeps = new ArrayList<>();
  private final List<Runnable> receipts = new ArrayList<>();

  /**
   * @param counters the newest numbers before it
   * @param known rooms as they were before it, not all of them
   * @param gone told of the uploads that go, when it is committed
   * @param careful whether to look for what may have been stored before, rather than to fail on it
   * @param index what messages are found by
   */
  Batch(
      Connection connection,
      Counters counters,
      Map<RoomName, RoomRows.Row> known,
      Instant now,
      Consumer<String> gone,
      boolean careful,
      TextIndex index) {
    this.connection = connection;
    this.counters = counters;
    this.known = known;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    this.gone = gone;
    this.careful = careful;
    this.textIndex = index;
    this.index = new IndexChanges(index);
  }

  /** Writes the entries, in their order; not yet committed. */
  void write(List<Entry> entries) throws SQLException {
    Counters before = counters;
    for (Entry entry : entries) {
      add(entry);
    }
    // Preparing a statement takes time that a lone message would wait for.
    insert();
    if (!rooms.isEmpty()) {
      RoomRows.update(connection, rooms.values());
    }
    index.write(connection);
    if (!arrivals.isEmpty()) {
      GuestRows.insert(connection, arrivals, now);
    }
    if (!changes.isEmpty()) {
      GuestRows.update(connection, changes, now);
      TokenRows.seen(connection, changes, now);
    }
    for (Writing writing : writings) {
      writing.write().on(connection);
    }
    if (!marks.isEmpty()) {
      NoteRows.mark(connection, marks);
    }
    if (!ignorings.isEmpty()) {
      NoteRows.ignore(connection, ignorings);
    }
    for (Sweep sweep : sweeps) {
      sweep(sweep);
    }
    if (!counters.equals(before)) {
      counters.write(connection);
    }
  }

  private void insert() throws SQLException {
    if (!newRooms.isEmpty()) {
      RoomRows.insert(connection, newRooms);
      newRooms.clear();
    }
    if (!messages.isEmpty()) {
      MessageRows.insert(connection, messages);
      messages.clear();
    }
  }

  private void add(Entry entry) throws SQLException {
    if (entry instanceof Posting posting) {
      post(posting);
    } else if (entry instanceof Newcomer newcomer) {
      long id = admit(newcomer);
      receipts.add(() -> newcomer.admission().admitted(id));
    } else if (entry instanceof Renaming renaming) {
      changes.add(new GuestRows.Change(renaming.userId(), Optional.of(renaming.name()), ""));
      receipts.add(renaming.receipt()::kept);
    } else if (entry instanceof Sighting sighting) {
      changes.add(new GuestRows.Change(sighting.userId(), Optional.empty(), sighting.tokenHash()));
    } else if (entry instanceof Writing writing) {
      writings.add(writing);
      receipts.add(writing.receipt()::kept);
    } else if (entry instanceof Entry.Marking marking) {
      marks.add(marking);
      receipts.add(marking.receipt()::kept);
    } else if (entry instanceof Entry.Ignoring ignoring) {
      ignorings.add(ignoring);
      receipts.add(ignoring.receipt()::kept);
    } else if (entry instanceof Sweep sweep) {
      sweeps.add(sweep);
    } else if (entry instanceof Deciding<?> deciding) {
      receipts.add(deciding.on(connection));
    } else if (entry instanceof Uploading uploading) {
      Uploads.Outcome outcome = upload(uploading);
      receipts.add(() -> uploading.told().done().accept(outcome));
    } else if (entry instanceof UploadSweep sweep) {
      List<String> left = UploadRows.deleteLeft(connection, sweep.unnamedBefore(), SWEEP_LIMIT);
      tellGone(left);
      receipts.add(() -> sweep.told().done().accept(left.size() == SWEEP_LIMIT));
    }
  }

  private void tellGone(List<String> uploads) {
    receipts.add(() -> uploads.forEach(gone));
  }

  private Uploads.Outcome upload(Uploading uploading) throws SQLException {
    Uploads.Upload upload = uploading.upload();
    boolean again = careful && UploadRows.find(connection, upload.id()).isPresent();
    return again
        ? Uploads.Outcome.KEPT
        : UploadRows.add(connection, upload, uploading.quota(), now);
  }

  private void post(Posting posting) throws SQLException {
    try {
      long before = counters.eventId();
      StoredEvent event =
          posting.draft() instanceof Change change ? change(change) : post((Post) posting.draft());
      boolean again = counters.eventId() == before;
      receipts.add(() -> posting.receipt().stored(event, again));
    } catch (Rejection e) {
      receipts.add(() -> posting.receipt().rejected(e));
    }
  }

  private ChatMessage post(Post draft) throws SQLException, Rejection {
    Optional<String> upload = Uploads.idIn(draft.body().imageUrl());
    boolean free = upload.isEmpty() || UploadRows.isFree(connection, draft.room(), upload.get());
    // What shows it already may be this very message.
    ChatMessage earlier = earlier(draft, careful || !free);
    if (earlier != null) {
      return earlier;
    }
    if (draft.body().replyTo().isPresent()) {
      requireInRoom(draft.body().replyTo().getAsLong(), draft.room());
    }
    if (!free) {
      throw Uploads.notToBeShown();
    }
    ChatMessage message = store(draft);
    if (upload.isPresent()) {
      UploadRows.name(connection, upload.get(), message.id());
    }
    return message;
  }

  private void requireInRoom(long messageId, RoomName room) throws SQLException, Rejection {
    RoomName place = places.get(messageId);
    if (place == null) {
      place = MessageRows.find(connection, messageId).map(ChatMessage::room).orElse(null);
    }
    if (!room.equals(place)) {
      throw new Rejection(Code.MESSAGE_NOT_FOUND);
    }
  }

  /** What is stored of it; the message itself if it is so already. */
  private StoredEvent change(Change draft) throws SQLException, Rejection {
    insert();
    Optional<StoredEvent> earlier = ChangeWriter.earlier(connection, draft);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    long author = draft.author().id();
    ChatMessage message = draft.target(MessageRows.present(connection, draft.messageId(), author));
    if (draft.isSo(message)) {
      return message;
    }
    counters = counters.withChange();
    StoredEvent event = draft.event(message, place(draft));
    ChangeWriter.write(connection, event, draft.ref());
    index.changed(message, event);
    if (event instanceof Deleted) {
      tellGone(UploadRows.deleteWith(connection, draft.messageId()));
    }
    return written(event);
  }

  /** The one of the newest number. */
  private Place place(Draft draft) throws SQLException {
    return new Place(counters.eventId(), room(draft.room()).lastSeq() + 1, now);
  }

  private <T extends StoredEvent> T written(T event) {
    rooms.put(event.room(), new RoomRows.Row(event.room(), event.seq(), event.id()));
    newest = Optional.of(event);
    return event;
  }

  private @Nullable ChatMessage earlier(Post draft, boolean look) throws SQLException {
    String ref = draft.ref();
    if (ref == null) {
      return null;
    }
    ChatMessage here = marked.get(new Mark(draft.room(), draft.author().id(), ref));
    return here == null && look
        ? MessageRows.find(connection, draft.room(), draft.author().id(), ref).orElse(null)
        : here;
  }

  private ChatMessage store(Post draft) throws SQLException {
    counters = counters.withMessage();
    ChatMessage message = written(draft.message(place(draft)));
    places.put(message.id(), message.room());
    messages.add(new MessageRows.Row(message, draft.ref()));
    index.added(message);
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
    var deleted =
        EventRows.deleteOldest(connection, textIndex, sweep.messagesBefore(), SWEEP_LIMIT);
    int forgotten = GuestRows.deleteOldest(connection, sweep.guestsBefore(), SWEEP_LIMIT);
    int ended = TokenRows.deleteOldest(connection, sweep.guestsBefore(), SWEEP_LIMIT);
    counters = counters.without(deleted.messages());
    boolean more =
        List.of(deleted.messages(), deleted.changes(), forgotten, ended).contains(SWEEP_LIMIT);
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

  /** The newest event that it stores, by which it is told whether it was committed. */
  Optional<StoredEvent> newest() {
    return newest;
  }

  /** What tells everybody what became of their entries. */
  List<Runnable> receipts() {
    return receipts;
  }
}
