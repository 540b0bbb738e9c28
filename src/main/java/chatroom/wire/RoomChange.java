package chatroom.wire;

import chatroom.room.Participant;
import chatroom.room.RoomCharter;
import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of what becomes of rooms, and of who may be in them. The {@code ref} is that
 * of the one who did it, and null for the others.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface RoomChange extends ServerMessage {
  /** {@code room_created}: the room that you wanted is there. */
  record RoomCreated(long timestamp, String room, @Nullable String ref, Made content)
      implements RoomChange {
    /** What it is, and whose. */
    public record Made(
        String name,
        String topic,
        @JsonbProperty("private") boolean byInvitation,
        boolean announcement,
        long ownerId) {}

    /** That room is there. */
    public static RoomCreated of(RoomCharter charter, @Nullable String ref, long timestamp) {
      String name = charter.name().value();
      return new RoomCreated(
          timestamp,
          name,
          ref,
          new Made(
              name,
              charter.topic(),
              charter.byInvitation(),
              charter.announcement(),
              charter.ownerId()));
    }
  }

  /** {@code room_topic}: the room is about something else. */
  record RoomTopic(
      long timestamp,
      long fromId,
      String fromName,
      String room,
      @Nullable String ref,
      Topic content)
      implements RoomChange {
    /** What it is about; empty if nobody says it. */
    public record Topic(String topic) {}

    /** Somebody said so. */
    public static RoomTopic of(
        Participant who, String room, String topic, @Nullable String ref, long timestamp) {
      return new RoomTopic(timestamp, who.id(), who.name().text(), room, ref, new Topic(topic));
    }
  }

  /** {@code room_archived}: nothing may be written in the room any more, or it may again. */
  record RoomArchived(long timestamp, String room, @Nullable String ref, State content)
      implements RoomChange {
    /** Whether it is archived. */
    public record State(boolean archived) {}
  }

  /** {@code slow_mode}: members wait so long from one message to the next. */
  record SlowMode(
      long timestamp, long fromId, String fromName, String room, @Nullable String ref, Pace content)
      implements RoomChange {
    /** How long; 0 for not at all. */
    public record Pace(int seconds) {}

    /** Somebody said so. */
    public static SlowMode of(
        Participant who, String room, int seconds, @Nullable String ref, long timestamp) {
      return new SlowMode(timestamp, who.id(), who.name().text(), room, ref, new Pace(seconds));
    }
  }

  /** {@code room_role}: somebody is something else in the room. */
  record RoleGiven(long timestamp, String room, @Nullable String ref, Given content)
      implements RoomChange {
    /** Who, and what: {@code moderator}, {@code member} or {@code read_only}. */
    public record Given(long userId, String userName, String role) {}
  }

  /** {@code rooms_changed}: what {@code get_rooms} would tell is not what it was. */
  record RoomsChanged(long timestamp) implements RoomChange {}

  /** {@code invited}: you may come into the room, or write in it. */
  record Invited(long timestamp, String room, Invitation content) implements RoomChange {
    /** Where to, by whom, and what the room is about. */
    public record Invitation(String room, long byId, String byName, String topic) {}

    /** That user did it. */
    public static Invited of(RoomCharter charter, Participant by, long timestamp) {
      String room = charter.name().value();
      return new Invited(
          timestamp, room, new Invitation(room, by.id(), by.name().text(), charter.topic()));
    }
  }

  /** {@code member_added}: somebody else was invited. */
  record MemberAdded(long timestamp, String room, @Nullable String ref, Member content)
      implements RoomChange {
    /** Who, and whether they may write. */
    public record Member(long userId, String userName, boolean mayWrite) {}
  }

  /** {@code member_removed}: somebody is not invited any more. */
  record MemberRemoved(long timestamp, String room, @Nullable String ref, Gone content)
      implements RoomChange {
    /** Who. */
    public record Gone(long userId) {}
  }
}
