package chatroom.wire;

import chatroom.room.Account;
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

  /** {@code people}: who has an account, by rising number. */
  record People(long timestamp, boolean hasMore, @Nullable String ref, List<Holder> content)
      implements HouseMessage {
    /**
     * One of them.
     *
     * @param kind {@code account}; {@code container} for whom the container or a proxy vouches;
     *     {@code bot} as whom only programs come
     * @param createdAt in seconds since the epoch
     * @param banned true or null, as {@code muted}
     */
    public record Holder(
        long id,
        String name,
        String role,
        String kind,
        long createdAt,
        boolean online,
        @Nullable Boolean banned,
        @Nullable Boolean muted) {
      /** Whoever has that account. */
      public static Holder of(Account account, boolean online, boolean banned, boolean muted) {
        return new Holder(
            account.id(),
            account.name(),
            ModerationMessage.wireName(account.highestRole()),
            account.isBot() ? "bot" : account.isVouchedFor() ? "container" : "account",
            account.createdAt().getEpochSecond(),
            online,
            banned ? true : null,
            muted ? true : null);
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
