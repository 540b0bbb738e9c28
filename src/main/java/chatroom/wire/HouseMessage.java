package chatroom.wire;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of order in the whole house: what was done, what was reported, and whether
 * it is locked down. The {@code ref} is that of the one who asked or did it, and null for others.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface HouseMessage extends ServerMessage {
  /** {@code audit}: what was done by right, newest first. */
  record Audit(long timestamp, boolean hasMore, @Nullable String ref, List<Entry> content)
      implements HouseMessage {
    /**
     * One act.
     *
     * @param at in seconds since the epoch
     * @param kind the type by which it was wanted
     * @param actorId 0 for the server
     * @param targetId null for no user, as the next three for nothing
     * @param hash over all of it and the entry before, 64 hexadecimal digits
     */
    public record Entry(
        long number,
        long at,
        String kind,
        long actorId,
        String actorName,
        @Nullable Long targetId,
        @Nullable String targetName,
        @Nullable String room,
        @Nullable String detail,
        String hash) {
      /** The same as it is kept. */
      public static Entry of(AuditEntry entry) {
        Act act = entry.act();
        return new Entry(
            entry.number(),
            entry.at().getEpochSecond(),
            act.kind(),
            act.actorId(),
            act.actorName(),
            act.targetId() == Act.NOBODY ? null : act.targetId(),
            orNull(act.targetName()),
            orNull(act.room()),
            orNull(act.detail()),
            entry.hash());
      }

      private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
      }
    }
  }

  /** {@code reported}: the moderators have been told of that message. */
  record Reported(long timestamp, @Nullable String ref, Message content) implements HouseMessage {
    /** Which. */
    public record Message(long messageId) {}
  }

  /** {@code lockdown}: nobody new comes in from now on, or they do again. */
  record Lockdown(long timestamp, long fromId, String fromName, @Nullable String ref, State content)
      implements HouseMessage {
    /** Whether it is locked down, and the same for people. */
    public record State(boolean on, String message) {}

    /** The server says so. */
    public static Lockdown of(boolean on, @Nullable String ref, long timestamp) {
      String message =
          on
              ? "The chat is locked down: no new guests, rooms or accounts, and slow mode everywhere"
              : "The chat is not locked down any more";
      return new Lockdown(timestamp, 0, "System", ref, new State(on, message));
    }
  }
}
