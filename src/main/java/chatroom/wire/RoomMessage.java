package chatroom.wire;

import chatroom.room.Participant;
import chatroom.room.Role;
import chatroom.room.RoomEvent;
import chatroom.room.Unread;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of a room: who is there, who comes and goes.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface RoomMessage extends ServerMessage {
  /** {@code users}: who is in a room. */
  record Users(long timestamp, String room, int usersOnline, List<User> content)
      implements RoomMessage {
    /**
     * One who is online.
     *
     * @param isModerator true or null, as the next one; null for plain clients
     * @param isBot whether only programs come as this user
     */
    public record User(
        long id,
        String name,
        long connectedAt,
        boolean isAdmin,
        @Nullable Boolean isModerator,
        @Nullable Boolean isBot) {
      /** One as plain clients know them. */
      public User(long id, String name, long connectedAt, boolean isAdmin) {
        this(id, name, connectedAt, isAdmin, null, null);
      }

      /** The same with what more there is to know of that participant. */
      public User of(Participant who) {
        return new User(
            id,
            name,
            connectedAt,
            isAdmin,
            who.role() == Role.MODERATOR ? true : null,
            who.bot() ? true : null);
      }
    }
  }

  /** {@code members}: who was invited into a room, and who may write there, its owner included. */
  record Members(
      long timestamp, String room, int membersCount, @Nullable String ref, List<Membership> content)
      implements RoomMessage {
    /**
     * One of them, who may be away.
     *
     * @param isOwner true or null, as the next one
     * @param role {@code moderator} or {@code read_only}, or null
     */
    public record Membership(
        long userId,
        String userName,
        boolean mayWrite,
        @Nullable Boolean isOwner,
        @Nullable Boolean isOnline,
        @Nullable String role) {
      /** An owner, or a member. */
      public Membership(
          long userId,
          String userName,
          boolean mayWrite,
          @Nullable Boolean isOwner,
          @Nullable Boolean isOnline) {
        this(userId, userName, mayWrite, isOwner, isOnline, null);
      }
    }
  }

  /** Who came or left, and how many are in the room now. */
  record Presence(long userId, String userName, int usersOnline) {
    private static Presence of(Participant who, int online) {
      return new Presence(who.id(), who.name().text(), online);
    }
  }

  /** {@code join}: somebody came. */
  record Join(long timestamp, long fromId, String fromName, String room, Presence content)
      implements RoomMessage {
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
      implements RoomMessage {
    private static final String SYSTEM = "System";

    /** The server speaks. */
    public static Leave of(RoomEvent.Left event, long timestamp) {
      return new Leave(
          timestamp, 0, SYSTEM, event.room().value(), Presence.of(event.who(), event.online()));
    }
  }

  /** {@code presence}: how many came and went, in a room where each of them is not told. */
  record Movement(long timestamp, String room, Counts content) implements RoomMessage {
    /** Since the last one; and how many are in the room now. */
    public record Counts(int joined, int left, int usersOnline) {}
  }

  /** {@code user_renamed}: somebody else is called something else now. */
  record UserRenamed(long timestamp, long fromId, String fromName, String room, Renaming content)
      implements RoomMessage {
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

  /**
   * {@code room_joined}: you are in that room, too.
   *
   * @param slowMode how long members wait there from one message to the next, in seconds; null for
   *     not at all
   */
  record RoomJoined(long timestamp, String room, @Nullable String ref, @Nullable Integer slowMode)
      implements RoomMessage {
    /** One that is not slow. */
    public RoomJoined(long timestamp, String room, @Nullable String ref) {
      this(timestamp, room, ref, null);
    }
  }

  /** {@code room_left}: you are in that room no more. */
  record RoomLeft(long timestamp, String room, @Nullable String ref) implements RoomMessage {}

  /** {@code rooms}: which there are. */
  record Rooms(long timestamp, @Nullable String ref, List<Listed> content) implements RoomMessage {
    /**
     * One that the asker may join, or a private chat of the asker.
     *
     * @param userName with whom it is; null for what is no private chat, which alone has what may
     *     be null of the next ones up to {@code mayWrite}
     * @param usersOnline how many are in it
     * @param lastSeq the number of what was stored there last
     * @param joined whether the asker is in it
     * @param byInvitation true or null, as the next two
     * @param ownerId who made it; null for a room of the settings
     * @param mayWrite whether the asker may write there
     * @param slowMode how long members wait there from one message to the next, in seconds; null
     *     for not at all
     * @param role what the asker is there: {@code owner}, {@code moderator} or {@code read_only};
     *     null for a member
     * @param readSeq up to which {@code seq} the asker has read it; null where the asker is not in
     * @param unread how many messages the asker has not read, and how many of them name the asker;
     *     null where the asker is not in
     */
    public record Listed(
        String name,
        @Nullable String userName,
        @Nullable String topic,
        @Nullable Integer usersOnline,
        long lastSeq,
        @Nullable Boolean joined,
        @JsonbProperty("private") @Nullable Boolean byInvitation,
        @Nullable Boolean announcement,
        @Nullable Boolean archived,
        @Nullable Long ownerId,
        @Nullable Boolean mayWrite,
        @Nullable Integer slowMode,
        @Nullable String role,
        @Nullable Long readSeq,
        @Nullable Integer unread,
        @Nullable Integer mentions) {
      /** A room that is not slow, where the asker is nothing special. */
      public Listed(
          String name,
          @Nullable String userName,
          @Nullable String topic,
          @Nullable Integer usersOnline,
          long lastSeq,
          @Nullable Boolean joined,
          @Nullable Boolean byInvitation,
          @Nullable Boolean announcement,
          @Nullable Boolean archived,
          @Nullable Long ownerId,
          @Nullable Boolean mayWrite,
          @Nullable Integer unread,
          @Nullable Integer mentions) {
        this(
            name,
            userName,
            topic,
            usersOnline,
            lastSeq,
            joined,
            byInvitation,
            announcement,
            archived,
            ownerId,
            mayWrite,
            null,
            null,
            null,
            unread,
            mentions);
      }

      /** A private chat. */
      public static Listed privateChat(String name, String userName, long lastSeq) {
        return new Listed(
            name, userName, null, null, lastSeq, null, null, null, null, null, null, null, null);
      }

      /** The same for one who has read it up to there and has not read that. */
      public Listed with(long readUpTo, Unread notRead) {
        return new Listed(
            name,
            userName,
            topic,
            usersOnline,
            lastSeq,
            joined,
            byInvitation,
            announcement,
            archived,
            ownerId,
            mayWrite,
            slowMode,
            role,
            readUpTo,
            notRead.messages(),
            notRead.mentions());
      }
    }
  }
}
