package chatroom.storage;

import chatroom.room.RoomName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which private chats each user has, so that nobody looks through those of all others.
 *
 * <p>Thread safety: none; its log guards it.
 */
final class ChatsByUser {
  private final Map<Long, Map<RoomName, RoomMemory>> chats = new HashMap<>();

  /** There is a private chat. */
  void add(RoomName name, RoomMemory chat) {
    long low = low(name);
    chats.computeIfAbsent(low, any -> new HashMap<>()).put(name, chat);
    chats.computeIfAbsent(name.other(low), any -> new HashMap<>()).put(name, chat);
  }

  /** There is a private chat no more. */
  void remove(RoomName name) {
    long low = low(name);
    remove(low, name);
    remove(name.other(low), name);
  }

  private void remove(long userId, RoomName name) {
    chats.computeIfPresent(
        userId,
        (any, own) -> {
          own.remove(name);
          return own.isEmpty() ? null : own;
        });
  }

  /** Seen by anybody else, the other one is the lower number. */
  private static long low(RoomName name) {
    return name.other(0);
  }

  /** Those of a user that have messages, the one with the newest first. */
  List<RoomName> of(long userId, int limit) {
    return chats.getOrDefault(userId, Map.of()).entrySet().stream()
        .filter(chat -> chat.getValue().lastSeq() > 0)
        .sorted(Comparator.comparingLong(chat -> -chat.getValue().lastId()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
