package chatroom.wire;

import chatroom.room.Participant;
import chatroom.room.Restraint;
import chatroom.room.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of those who keep order, and of what they do to others.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface ModerationMessage extends ServerMessage {
  /** {@code kicked}: you have to go. */
  record Kicked(long timestamp, Why content) implements ModerationMessage {
    /** Why. */
    public record Why(String reason) {}

    /** For that reason. */
    public static Kicked of(String reason, long timestamp) {
      return new Kicked(timestamp, new Why(reason));
    }
  }

  /** {@code muted}: you may say nothing until then. */
  record Muted(long timestamp, Silence content) implements ModerationMessage {
    /** Until when, in seconds since the epoch, and why. */
    public record Silence(long until, String reason) {}

    /** By that. */
    public static Muted of(Restraint mute, long timestamp) {
      long until = mute.until().orElse(Instant.MAX).getEpochSecond();
      return new Muted(timestamp, new Silence(until, mute.reason()));
    }
  }

  /** {@code unmuted}: you may speak again. */
  record Unmuted(long timestamp) implements ModerationMessage {}

  /**
   * {@code moderated}: what you wanted is done.
   *
   * @param ref that of the one who did it
   */
  record Moderated(long timestamp, @Nullable String ref, Deed content)
      implements ModerationMessage {
    /**
     * What, to whom, and what more there is to say of it.
     *
     * @param act the type of what was asked for
     * @param until in seconds since the epoch; null for no end, or for what has none
     * @param addresses from where no guest may come; null for nowhere
     * @param role what the user is now; null for what changes nothing of that
     * @param note for people: what was not done of it, and why; null for nothing
     */
    public record Deed(
        String act,
        long userId,
        String userName,
        @Nullable Long until,
        @Nullable String addresses,
        @Nullable String role,
        @Nullable String reason,
        @Nullable String note) {
      /** What was done as it was asked for. */
      public Deed(
          String act,
          long userId,
          String userName,
          @Nullable Long until,
          @Nullable String addresses,
          @Nullable String role,
          @Nullable String reason) {
        this(act, userId, userName, until, addresses, role, reason, null);
      }

      /** What changes no role. */
      public Deed(
          String act,
          long userId,
          String userName,
          @Nullable Long until,
          @Nullable String addresses,
          String reason) {
        this(act, userId, userName, until, addresses, null, reason.isEmpty() ? null : reason);
      }

      /** The same with more to say. */
      public Deed noting(@Nullable String more) {
        return new Deed(act, userId, userName, until, addresses, role, reason, more);
      }
    }
  }

  /**
   * {@code role_changed}: somebody may do more to others, or less.
   *
   * @param room where that is told; null to the user themselves
   */
  record RoleChanged(long timestamp, @Nullable String room, Office content)
      implements ModerationMessage {
    /** Who, and what they are: {@code member}, {@code moderator} or {@code admin}. */
    public record Office(long userId, String userName, String role, boolean isAdmin) {}

    /** That user is that now. */
    public static RoleChanged of(Participant who, @Nullable String room, long timestamp) {
      return new RoleChanged(
          timestamp,
          room,
          new Office(who.id(), who.name().text(), wireName(who.role()), who.isAdmin()));
    }
  }

  /** {@code restraints}: who is banned and who is muted. */
  record Restrained(long timestamp, @Nullable String ref, List<Entry> content)
      implements ModerationMessage {
    /**
     * One of them.
     *
     * @param kind {@code ban} or {@code mute}
     * @param addresses from where no guest may come; null for nowhere
     * @param since in seconds since the epoch
     * @param until the same; null until it is lifted
     */
    public record Entry(
        String kind,
        long userId,
        String userName,
        @Nullable String addresses,
        long since,
        @Nullable Long until,
        String reason,
        long byId,
        String byName) {
      /** That one. */
      public static Entry of(Restraint it) {
        return new Entry(
            it.kind().name().toLowerCase(Locale.ROOT),
            it.userId(),
            it.userName(),
            it.addresses().isEmpty() ? null : it.addresses(),
            it.since().getEpochSecond(),
            it.until().map(Instant::getEpochSecond).orElse(null),
            it.reason(),
            it.byId(),
            it.byName());
      }
    }
  }

  /** {@code config}: the settings in force. */
  record Configuration(long timestamp, @Nullable String ref, List<Setting> content)
      implements ModerationMessage {
    /**
     * One of them, without passwords.
     *
     * @param source where it was said, for people; {@code default} if nowhere
     */
    public record Setting(String key, String value, String source) {}
  }

  /** What a role is called. */
  static String wireName(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
