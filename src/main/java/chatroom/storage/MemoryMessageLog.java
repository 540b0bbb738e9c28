package chatroom.storage;

import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Deleted;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.MessageLog;
import chatroom.room.Place;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Uploads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps the newest messages of each room in memory, and forgets them with the process.
 *
 * <p>Bounds: {@value #MESSAGES_PER_ROOM} messages a room and as many changes; in private chats
 * {@value #MAX_BYTES} bytes in all, and in rooms that people made as much, beyond which the one
 * that was quiet for longest is forgotten, so that neither ever costs a room of the settings its
 * messages. Its {@code seq} goes on where it was; of private chats, that of {@value
 * RoomPool#MAX_ROOMS} does.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the thread that appends, with
 * no lock held.
 */
public final class MemoryMessageLog implements MessageLog {
  /** How many messages of a room can be read back. */
  static final int MESSAGES_PER_ROOM = 1_000;

  /** What all private chats together, and all rooms that were made, may take in bytes of heap. */
  static final long MAX_BYTES = 64L * 1024 * 1024;

  /** How many messages are looked at before who writes may go on. */
  static final int PART = 500;

  private static final Duration SWEEP_PERIOD = Duration.ofHours(1);

  private final InstantSource clock;
  private final Predicate<RoomName> ofSettings;
  private final MemoryUploads uploads;
  private final Optional<Duration> kept;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: those of the settings. */
  private final Map<RoomName, RoomMemory> rooms = new HashMap<>();

  /** Guarded by {@code lock}. */
  private final RoomPool madeRooms;

  /** Guarded by {@code lock}. */
  private final RoomPool privateChats;

  /** Guarded by {@code lock}: the same by user. */
  private final ChatsByUser chats = new ChatsByUser();

  /** Guarded by {@code lock}: the messages of all rooms by {@code id}. */
  private final NavigableMap<Long, MessageMemory> index = new TreeMap<>();

  /** Guarded by {@code lock}. */
  private long lastId;

  /** Guarded by {@code lock}. */
  private long messages;

  /** Guarded by {@code lock}: when what is too old is looked for again. */
  private Instant nextSweep = Instant.EPOCH;

  /**
   * @param clock dates the messages
   * @param ofSettings which rooms are those of the settings
   */
  public MemoryMessageLog(InstantSource clock, Predicate<RoomName> ofSettings) {
    this(clock, ofSettings, new MemoryUploads(clock), Optional.empty());
  }

  /**
   * @param uploads those that images may show
   * @param kept for how long messages are kept; empty for as long as there is room
   */
  MemoryMessageLog(
      InstantSource clock,
      Predicate<RoomName> ofSettings,
      MemoryUploads uploads,
      Optional<Duration> kept) {
    this(clock, ofSettings, uploads, kept, MAX_BYTES);
  }

  MemoryMessageLog(
      InstantSource clock,
      Predicate<RoomName> ofSettings,
      MemoryUploads uploads,
      Optional<Duration> kept,
      long maxBytes) {
    this.kept = kept;
    this.uploads = uploads;
    this.clock = clock;
    this.ofSettings = ofSettings;
    this.madeRooms = new RoomPool(maxBytes, this::fresh, any -> {});
    this.privateChats = new RoomPool(maxBytes, this::fresh, chats::remove);
  }

  private RoomMemory fresh() {
    return new RoomMemory(MESSAGES_PER_ROOM, index);
  }

  @Override
  public void append(Draft draft, Receipt receipt) {
    try {
      outcome(draft).accept(receipt);
    } catch (Rejection e) {
      receipt.rejected(e);
    }
  }

  /** Forgets what is too old, whenever somebody asks, but no more than once an hour. */
  private void sweep() {
    Instant now = clock.instant();
    if (kept.isPresent() && !now.isBefore(nextSweep)) {
      nextSweep = now.plus(SWEEP_PERIOD);
      Instant before = now.minus(kept.get());
      rooms.values().forEach(room -> room.forget(before));
      madeRooms.forget(before);
      privateChats.forget(before);
    }
  }

  private Consumer<Receipt> outcome(Draft draft) throws Rejection {
    lock.lock();
    try {
      sweep();
      long before = lastId;
      StoredEvent event = stored(room(draft.room()), draft);
      boolean again = lastId == before;
      return receipt -> receipt.stored(event, again);
    } finally {
      lock.unlock();
    }
  }

  private StoredEvent stored(RoomMemory room, Draft draft) throws Rejection {
    long before = room.bytes();
    boolean change = draft instanceof Change;
    StoredEvent earlier = room.find(change, draft.author().id(), draft.ref());
    if (earlier != null) {
      return earlier;
    }
    StoredEvent event =
        draft instanceof Change wanted ? change(room, wanted) : post(room, (Draft.Post) draft);
    pool(draft.room()).ifPresent(pool -> pool.grew(room.bytes() - before));
    return event;
  }

  private ChatMessage post(RoomMemory room, Draft.Post draft) throws Rejection {
    OptionalLong replyTo = draft.body().replyTo();
    if (replyTo.isPresent()
        && find(replyTo.getAsLong(), 0).filter(it -> it.room().equals(draft.room())).isEmpty()) {
      throw new Rejection(Code.MESSAGE_NOT_FOUND);
    }
    Optional<String> upload = Uploads.idIn(draft.body().imageUrl());
    if (upload.isPresent() && !uploads.name(upload.get(), draft.room(), lastId + 1)) {
      throw Uploads.notToBeShown();
    }
    messages++;
    ChatMessage message = draft.message(next(room));
    room.add(message, draft.length(), draft.ref());
    return message;
  }

  /** What is stored of it; the message itself if it is so already. */
  private StoredEvent change(RoomMemory room, Change draft) throws Rejection {
    ChatMessage message = draft.target(find(draft.messageId(), draft.author().id()));
    if (draft.isSo(message)) {
      return message;
    }
    StoredEvent event = draft.event(message, next(room));
    room.add(event, draft);
    if (event instanceof Deleted deleted) {
      uploads.goWith(deleted.messageId());
    }
    return event;
  }

  private Place next(RoomMemory room) {
    return new Place(++lastId, room.lastSeq() + 1, clock.instant());
  }

  private Optional<ChatMessage> find(long messageId, long readerId) {
    return Optional.ofNullable(index.get(messageId)).map(it -> it.present(readerId));
  }

  @Override
  public Optional<ChatMessage> find(long messageId) {
    lock.lock();
    try {
      sweep();
      return find(messageId, 0);
    } finally {
      lock.unlock();
    }
  }

  private RoomMemory room(RoomName name) {
    RoomMemory room =
        pool(name)
            .map(pool -> pool.open(name))
            .orElseGet(() -> rooms.computeIfAbsent(name, any -> fresh()));
    if (name.isPrivate()) {
      chats.add(name, room);
    }
    return room;
  }

  /** What the room shares its bound with; empty if it has one of its own. */
  private Optional<RoomPool> pool(RoomName name) {
    if (name.isPrivate()) {
      return Optional.of(privateChats);
    }
    return ofSettings.test(name) ? Optional.empty() : Optional.of(madeRooms);
  }

  @Override
  public HistoryPage read(HistoryQuery query) {
    lock.lock();
    try {
      sweep();
      Optional<RoomPool> pool = pool(query.room());
      RoomMemory room = pool.isPresent() ? pool.get().get(query.room()) : rooms.get(query.room());
      return room == null ? new HistoryPage(List.of(), false, 0) : room.read(query);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A part of all messages.
   *
   * @param messages those that were wanted, the newest first
   * @param before the {@code id} before which the next part ends; 0 if there is none
   */
  record Part(List<ChatMessage> messages, long before) {}

  /**
   * Of the newest {@value #PART} messages before one, in whatever room, those of the rooms that are
   * wanted, as that user reads them. Part by part all are read without holding up who writes.
   */
  Part part(long before, Predicate<RoomName> wanted, long readerId) {
    lock.lock();
    try {
      sweep();
      List<ChatMessage> messages = new ArrayList<>();
      int looks = 0;
      for (var next : index.headMap(before, false).descendingMap().entrySet()) {
        if (wanted.test(next.getValue().room())) {
          messages.add(next.getValue().present(readerId));
        }
        if (++looks == PART) {
          return new Part(messages, next.getKey());
        }
      }
      return new Part(messages, 0);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<RoomName> privateChatsOf(long userId, int limit) {
    lock.lock();
    try {
      return chats.of(userId, limit);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long lastId() {
    lock.lock();
    try {
      return lastId;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long stored() {
    lock.lock();
    try {
      return messages;
    } finally {
      lock.unlock();
    }
  }
}
