package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import chatroom.wire.ServerMessage;
import chatroom.wire.ServerMessage.Ack;
import chatroom.wire.ServerMessage.History;
import chatroom.wire.ServerMessage.Join;
import chatroom.wire.ServerMessage.Leave;
import chatroom.wire.ServerMessage.Message;
import chatroom.wire.ServerMessage.NameChanged;
import chatroom.wire.ServerMessage.PrivateMessage;
import chatroom.wire.ServerMessage.PrivateMessageSent;
import chatroom.wire.ServerMessage.UserRenamed;
import chatroom.wire.ServerMessage.Users;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What a client knows that believes all it is told; fails at the first hole or repetition. */
final class Replica {
  private static final String GENERAL = "general";

  /** Who is here, by number. */
  final Map<Long, String> members = new HashMap<>();

  /** The id of each message, by room and number. */
  final Map<String, NavigableMap<Long, Long>> rooms = new HashMap<>();

  /** What was said and is not known to be stored: how to say it again, by its ref. */
  final Map<String, Runnable> unacknowledged = new LinkedHashMap<>();

  private final Map<String, Long> lastSeq = new HashMap<>();
  private long ownId;

  /** The last number that was seen of each room. */
  Map<String, Long> seen() {
    return Map.copyOf(lastSeq);
  }

  /** Who it is. */
  void is(long id) {
    ownId = id;
  }

  /** It is told something. */
  void hear(ServerMessage said) {
    if (said instanceof Users users) {
      members.clear();
      users.content().forEach(user -> members.put(user.id(), user.name()));
      assertEquals(members.size(), users.usersOnline());
    } else if (said instanceof History history) {
      assertNull(history.reset(), "nothing was that long ago");
      history.content().forEach(it -> keep(GENERAL, (Message) it));
      lastSeq.put(GENERAL, history.lastSeq());
    } else if (said instanceof Message message) {
      next(GENERAL, message.seq(), message.id());
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
      assertNull(members.put(join.fromId(), join.fromName()), "came twice");
      assertEquals(members.size(), join.content().usersOnline());
    } else if (said instanceof Leave leave) {
      assertNotNull(members.remove(leave.content().userId()), "left twice");
      assertEquals(members.size(), leave.content().usersOnline());
    } else if (said instanceof UserRenamed renamed) {
      UserRenamed.Renaming names = renamed.content();
      assertEquals(names.oldName(), members.put(names.userId(), names.newName()));
    } else if (said instanceof NameChanged changed) {
      assertEquals(changed.content().oldName(), members.put(ownId, changed.content().newName()));
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
