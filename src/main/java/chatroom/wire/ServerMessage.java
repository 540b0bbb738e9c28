package chatroom.wire;

import chatroom.room.ChatMessage;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomEvent;
import chatroom.room.RoomName;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says. {@code timestamp} and {@code …At} are whole seconds since the epoch, {@code
 * sentAt} is milliseconds.
 *
 * <p>Thread safety: immutable.
 */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "welcome", type = ServerMessage.Welcome.class),
      @JsonbSubtype(alias = "users", type = ServerMessage.Users.class),
      @JsonbSubtype(alias = "history", type = ServerMessage.History.class),
      @JsonbSubtype(alias = "join", type = ServerMessage.Join.class),
      @JsonbSubtype(alias = "leave", type = ServerMessage.Leave.class),
      @JsonbSubtype(alias = "presence", type = ServerMessage.Movement.class),
      @JsonbSubtype(alias = "message", type = ServerMessage.Message.class),
      @JsonbSubtype(alias = "private_message", type = ServerMessage.PrivateMessage.class),
      @JsonbSubtype(alias = "private_message_sent", type = ServerMessage.PrivateMessageSent.class),
      @JsonbSubtype(alias = "name_changed", type = ServerMessage.NameChanged.class),
      @JsonbSubtype(alias = "user_renamed", type = ServerMessage.UserRenamed.class),
      @JsonbSubtype(alias = "room_joined", type = ServerMessage.RoomJoined.class),
      @JsonbSubtype(alias = "room_left", type = ServerMessage.RoomLeft.class),
      @JsonbSubtype(alias = "rooms", type = ServerMessage.Rooms.class),
      @JsonbSubtype(alias = "stats", type = ServerMessage.Stats.class),
      @JsonbSubtype(alias = "pong", type = ServerMessage.Pong.class),
      @JsonbSubtype(alias = "ack", type = ServerMessage.Ack.class),
      @JsonbSubtype(alias = "error", type = ServerMessage.Failure.class),
      @JsonbSubtype(alias = "going_away", type = ServerMessage.GoingAway.class),
    })
public sealed interface ServerMessage {
  /** When it was said, in seconds since the epoch. */
  long timestamp();

  /**
   * What a room's members are told of an event.
   *
   * @param now in seconds since the epoch, for what is not stored
   */
  static ServerMessage of(RoomEvent event, long now) {
    if (event instanceof RoomEvent.Posted posted) {
      return Message.of(posted.message());
    } else if (event instanceof RoomEvent.Joined joined) {
      return Join.of(joined, now);
    } else if (event instanceof RoomEvent.Left left) {
      return Leave.of(left, now);
    } else {
      return UserRenamed.of((RoomEvent.Renamed) event, now);
    }
  }

  /** {@code welcome}: the first thing a client hears. */
  record Welcome(long timestamp, Greeting content) implements ServerMessage {
    /**
     * What is in a welcome.
     *
     * @param resumeToken what to be known by on return; this and all that follows is null for plain
     *     clients
     * @param resumed whether it is the user of the token that was given
     */
    public record Greeting(
        long userId,
        String userName,
        String message,
        ServerStats serverStats,
        @Nullable String resumeToken,
        @Nullable Boolean resumed,
        @Nullable Limits limits,
        @Nullable Features features) {}

    /** How much a client may say: bytes of an object, characters of a name, acts a second. */
    public record Limits(int messageBytes, int nameLength, int rate) {}

    /** What this server can do: whether messages outlive it. */
    public record Features(boolean persistent) {}
  }

  /** How many there are and since when, as in {@code welcome}; {@code serverTime} is local. */
  record ServerStats(int usersOnline, long uptimeSeconds, String serverTime) {}

  /** {@code users}: who is in a room. */
  record Users(long timestamp, String room, int usersOnline, List<User> content)
      implements ServerMessage {
    /** One who is online. */
    public record User(long id, String name, long connectedAt, boolean isAdmin) {}
  }

  /**
   * {@code history}: stored messages, oldest first.
   *
   * @param reset true if it stands for what was missed, which cannot be told; else null
   */
  record History(
      long timestamp,
      String room,
      boolean hasMore,
      long lastSeq,
      @Nullable Boolean reset,
      @Nullable String ref,
      List<ServerMessage> content)
      implements ServerMessage {}

  /** Who came or left, and how many are in the room now. */
  record Presence(long userId, String userName, int usersOnline) {
    private static Presence of(Participant who, int online) {
      return new Presence(who.id(), who.name().text(), online);
    }
  }

  /** {@code join}: somebody came. */
  record Join(long timestamp, long fromId, String fromName, String room, Presence content)
      implements ServerMessage {
    /** The newcomer speaks. */
    public static Join of(RoomEvent.Joined event, long timestamp) {
      Participant who = event.who();
      return new Join(
          timestamp,
          who.id(),
          who.name().text(),
          event.room().value(),
          Presence.of(who, event.online()));
    }
  }

  /** {@code leave}: somebody left. */
  record Leave(long timestamp, long fromId, String fromName, String room, Presence content)
      implements ServerMessage {
    private static final String SYSTEM = "System";

    /** The server speaks. */
    public static Leave of(RoomEvent.Left event, long timestamp) {
      return new Leave(
          timestamp, 0, SYSTEM, event.room().value(), Presence.of(event.who(), event.online()));
    }
  }

  /** {@code presence}: how many came and went, in a room where each of them is not told. */
  record Movement(long timestamp, String room, Counts content) implements ServerMessage {
    /** Since the last one; and how many are in the room now. */
    public record Counts(int joined, int left, int usersOnline) {}
  }

  /** {@code room_joined}: you are in that room, too. */
  record RoomJoined(long timestamp, String room, @Nullable String ref) implements ServerMessage {}

  /** {@code room_left}: you are in that room no more. */
  record RoomLeft(long timestamp, String room, @Nullable String ref) implements ServerMessage {}

  /** {@code rooms}: which there are. */
  record Rooms(long timestamp, @Nullable String ref, List<OpenRoom> content)
      implements ServerMessage {
    /** One that everybody may join, how many are in it, and the number of its newest message. */
    public record OpenRoom(String name, int usersOnline, long lastSeq) {}
  }

  /** {@code message}: said to a room. */
  record Message(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      String content)
      implements ServerMessage {
    /** A stored message. */
    public static Message of(ChatMessage message) {
      return new Message(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          message.room().value(),
          message.text());
    }
  }

  /** {@code private_message}: said to the one who receives it. */
  record PrivateMessage(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      String content)
      implements ServerMessage {
    /** A stored message of a private chat, which the reader knows by the given name. */
    public static PrivateMessage of(ChatMessage message, String room) {
      return new PrivateMessage(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          room,
          message.text());
    }
  }

  /** {@code private_message_sent}: said by the one who receives it. */
  record PrivateMessageSent(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      long toId,
      String toName,
      String room,
      String content)
      implements ServerMessage {
    /** A stored message as its author sees it. */
    public static PrivateMessageSent of(ChatMessage message, long toId, String toName) {
      return new PrivateMessageSent(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          toId,
          toName,
          RoomName.privateWith(toId),
          message.text());
    }
  }

  /** {@code name_changed}: you are called something else now. */
  record NameChanged(long timestamp, Names content) implements ServerMessage {
    /** Both names. */
    public record Names(String oldName, String newName) {}
  }

  /** {@code user_renamed}: somebody else is called something else now. */
  record UserRenamed(long timestamp, long fromId, String fromName, String room, Renaming content)
      implements ServerMessage {
    /** Whose name, and both of them. */
    public record Renaming(long userId, String oldName, String newName) {}

    /** The renamed user speaks, under the new name. */
    public static UserRenamed of(RoomEvent.Renamed event, long timestamp) {
      Participant who = event.who();
      String name = who.name().text();
      return new UserRenamed(
          timestamp,
          who.id(),
          name,
          event.room().value(),
          new Renaming(who.id(), event.oldName().text(), name));
    }
  }

  /** {@code stats}: how the server is. */
  record Stats(long timestamp, Figures content) implements ServerMessage {
    /** What {@link ServerStats} has, and more. */
    public record Figures(
        int usersOnline,
        long uptimeSeconds,
        String serverTime,
        int connections,
        int maxClients,
        long messagesStored) {}
  }

  /** {@code pong}: I am here. */
  record Pong(long timestamp, @Nullable String ref) implements ServerMessage {}

  /** {@code ack}: the message with that {@code ref} is stored. */
  record Ack(long timestamp, String ref, long id, long seq, String room) implements ServerMessage {}

  /** {@code error}: no, and why. */
  record Failure(long timestamp, Reason content) implements ServerMessage {
    /** For people, for programs, to what, and when to try again. */
    public record Reason(
        String message, String code, @Nullable String ref, @Nullable Long retryAfterMs) {}

    /** The answer to what was refused. */
    public static Failure of(Rejection rejection, long timestamp) {
      long retryAfter = rejection.retryAfterMillis();
      return new Failure(
          timestamp,
          new Reason(
              rejection.text(),
              rejection.code().wireName(),
              rejection.ref(),
              retryAfter == 0 ? null : retryAfter));
    }
  }

  /** {@code going_away}: the server stops; come back after that time. */
  record GoingAway(long timestamp, Return content) implements ServerMessage {
    /** When to come back, in milliseconds from now. */
    public record Return(long retryAfterMs) {}
  }
}
