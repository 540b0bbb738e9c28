package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the newest messages of each room in memory, and forgets them with the process.
 *
 * <p>Bounds: {@value #MESSAGES_PER_ROOM} messages a room; in private chats {@value
 * #MAX_PRIVATE_BYTES} bytes in all, beyond which the private chat that was quiet for longest is
 * forgotten, so that private chats never cost a room its messages. Its {@code seq} goes on where it
 * was, as long as there are no more than {@value #MAX_PRIVATE_CHATS} private chats.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the thread that appends, with
 * no lock held.
 */
public final class MemoryMessageLog implements MessageLog {
  /** How many messages of a room can be read back. */
  static final int MESSAGES_PER_ROOM = 1_000;

  /** What all private chats together may take, in bytes of estimated heap. */
  static final long MAX_PRIVATE_BYTES = 64L * 1024 * 1024;

  /** Of how many private chats the numbers are kept, whose messages were forgotten. */
  private static final int MAX_PRIVATE_CHATS = 100_000;

  private final InstantSource clock;
  private final long maxPrivateBytes;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}. */
  private final Map<RoomName, RoomMemory> rooms = new HashMap<>();

  /** Guarded by {@code lock}; the one that was quiet for longest comes first. */
  private final LinkedHashMap<RoomName, RoomMemory> privateChats =
      new LinkedHashMap<>(16, 0.75f, true);

  /** Guarded by {@code lock}. */
  private long privateBytes;

  /** Guarded by {@code lock}. */
  private long lastId;

  /**
   * @param clock dates the messages
   */
  public MemoryMessageLog(InstantSource clock) {
    this(clock, MAX_PRIVATE_BYTES);
  }

  MemoryMessageLog(InstantSource clock, long maxPrivateBytes) {
    this.clock = clock;
    this.maxPrivateBytes = maxPrivateBytes;
  }

  @Override
  public void append(Draft draft, Receipt receipt) {
    ChatMessage message;
    boolean again;
    lock.lock();
    try {
      RoomMemory room = room(draft.room());
      ChatMessage earlier = room.find(draft.author().id(), draft.ref());
      again = earlier != null;
      message = earlier != null ? earlier : store(room, draft);
    } finally {
      lock.unlock();
    }
    receipt.stored(message, again);
  }

  private ChatMessage store(RoomMemory room, Draft draft) {
    long before = room.bytes();
    ChatMessage message =
        new ChatMessage(
            ++lastId,
            room.lastSeq() + 1,
            draft.room(),
            draft.author().id(),
            draft.author().name().text(),
            draft.text(),
            clock.instant());
    room.add(message, draft.ref());
    if (draft.room().isPrivate()) {
      privateBytes += room.bytes() - before;
      forgetQuietChats();
    }
    return message;
  }

  private RoomMemory room(RoomName name) {
    Map<RoomName, RoomMemory> kind = name.isPrivate() ? privateChats : rooms;
    return kind.computeIfAbsent(name, any -> new RoomMemory(MESSAGES_PER_ROOM));
  }

  private void forgetQuietChats() {
    var quietest = privateChats.values().iterator();
    for (int left = privateChats.size(); left > 1; left--) {
      if (privateBytes <= maxPrivateBytes && left <= MAX_PRIVATE_CHATS) {
        return;
      }
      RoomMemory chat = quietest.next();
      privateBytes -= chat.bytes();
      chat.forget();
      if (left > MAX_PRIVATE_CHATS) {
        quietest.remove();
      }
    }
  }

  @Override
  public HistoryPage read(HistoryQuery query) {
    lock.lock();
    try {
      RoomMemory room =
          query.room().isPrivate() ? privateChats.get(query.room()) : rooms.get(query.room());
      return room == null ? new HistoryPage(List.of(), false, 0) : room.read(query);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<RoomName> privateChatsOf(long userId, int limit) {
    lock.lock();
    try {
      return privateChats.entrySet().stream()
          .filter(chat -> chat.getKey().isOf(userId))
          .sorted(Comparator.comparingLong(chat -> -chat.getValue().lastId()))
          .limit(limit)
          .map(Map.Entry::getKey)
          .toList();
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
    return lastId();
  }
}
