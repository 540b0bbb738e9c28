package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.Movement;
import chatroom.wire.RoomMessage.RoomLeft;
import chatroom.wire.RoomMessage.UserRenamed;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.NameChanged;
import chatroom.wire.StoredMessage.History;
import chatroom.wire.StoredMessage.Message;
import chatroom.wire.StoredMessage.PrivateMessage;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What a client knows that believes all it is told; fails at the first hole or repetition. */
final class Replica {
  private final Map<String, Map<Long, String>> members = new HashMap<>();

  private final boolean eachIsTold;

  /** The id of each message, by room and number. */
  final Map<String, NavigableMap<Long, Long>> rooms = new HashMap<>();

  /** What was said and is not known to be stored: how to say it again, by its ref. */
  final Map<String, Runnable> unacknowledged = new LinkedHashMap<>();

  private final Map<String, Long> lastSeq = new HashMap<>();
  private long ownId;

  /**
   * @param eachIsTold whether no room is ever so large that who comes and goes is not told
   */
  Replica(boolean eachIsTold) {
    this.eachIsTold = eachIsTold;
  }

  /** The last number that was seen of each room. */
  Map<String, Long> seen() {
    return Map.copyOf(lastSeq);
  }

  /** Who it is. */
  void is(long id) {
    ownId = id;
  }

  /** Who is in a room, by number. */
  Map<Long, String> members(String room) {
    return members.computeIfAbsent(room, any -> new HashMap<>());
  }

  /** It is told something. */
  void hear(ServerMessage said) {
    if (said instanceof Users users) {
      members(users.room()).clear();
      users.content().forEach(user -> members(users.room()).put(user.id(), user.name()));
      if (eachIsTold) {
        assertEquals(users.content().size(), users.usersOnline());
      }
    } else if (said instanceof Movement) {
      assertFalse(eachIsTold);
    } else if (said instanceof History history) {
      assertNull(history.reset(), "nothing was that long ago");
      history.content().forEach(it -> keep(history.room(), (Message) it));
      lastSeq.put(history.room(), history.lastSeq());
    } else if (said instanceof Message message) {
      next(message.room(), message.seq(), message.id());
    } else if (said instanceof PrivateMessage message) {
      next(message.room(), message.seq(), message.id());
    } else if (said instanceof PrivateMessageSent message) {
      next(message.room(), message.seq(), message.id());
    } else if (said instanceof Ack ack) {
      acknowledged(ack);
    } else {
      hearOfPeople(said);
    }
  }

  private void hearOfPeople(ServerMessage said) {
    if (said instanceof Join join) {
      assertNull(members(join.room()).put(join.fromId(), join.fromName()), "came twice");
      assertEquals(members(join.room()).size(), join.content().usersOnline());
    } else if (said instanceof Leave leave) {
      assertNotNull(members(leave.room()).remove(leave.content().userId()), "left twice");
      assertEquals(members(leave.room()).size(), leave.content().usersOnline());
    } else if (said instanceof UserRenamed renamed) {
      UserRenamed.Renaming names = renamed.content();
      rename(renamed.room(), names.userId(), names.oldName(), names.newName());
    } else if (said instanceof NameChanged changed) {
      NameChanged.Names names = changed.content();
      members.keySet().forEach(room -> rename(room, ownId, names.oldName(), names.newName()));
    } else if (said instanceof RoomLeft left) {
      members.remove(left.room());
    }
  }

  private void rename(String room, long userId, String oldName, String newName) {
    String before = members(room).replace(userId, newName);
    if (eachIsTold) {
      assertEquals(oldName, before);
    }
  }

  private void keep(String room, Message message) {
    messages(room).put(message.seq(), message.id());
  }

  private NavigableMap<Long, Long> messages(String room) {
    return rooms.computeIfAbsent(room, any -> new TreeMap<>());
  }

  private void next(String room, long seq, long id) {
    assertEquals(lastSeq.getOrDefault(room, 0L) + 1, seq, () -> "in " + room);
    messages(room).put(seq, id);
    lastSeq.put(room, seq);
  }

  private void acknowledged(Ack ack) {
    unacknowledged.remove(ack.ref());
    if (ack.seq() > lastSeq.getOrDefault(ack.room(), 0L)) {
      next(ack.room(), ack.seq(), ack.id());
    } else {
      assertEquals(
          Set.of(ack.id()), Set.of(messages(ack.room()).getOrDefault(ack.seq(), ack.id())));
    }
  }
}
