package chatroom.wire;

import chatroom.room.AccessKey;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Scope;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the server says to one client of itself and of the connection.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface SessionMessage extends ServerMessage {
  /** What the role of somebody is called. */
  static String roleOf(Participant who) {
    return who.role().name().toLowerCase(Locale.ROOT);
  }

  /** {@code welcome}: the first thing a client hears. */
  record Welcome(long timestamp, Greeting content) implements SessionMessage {
    /**
     * What is in a welcome.
     *
     * @param resumeToken what to be known by on return; this and all that follows is null for plain
     *     clients
     * @param resumed whether it is the user of the token that was given
     * @param role of an account: {@code member}, {@code moderator} or {@code admin}; null for
     *     guests
     * @param vouched true or null: whether it is by the word of the container or a proxy that it is
     *     that user, whose name and password are not the server's then
     */
    public record Greeting(
        long userId,
        String userName,
        String message,
        ServerStats serverStats,
        @Nullable String resumeToken,
        @Nullable Boolean resumed,
        @Nullable String role,
        @Nullable Boolean vouched,
        @Nullable Limits limits,
        @Nullable Features features) {}

    /**
     * How much a client may say: bytes of an object, characters of a name, acts a second.
     *
     * @param editWindowSeconds for how long it may change and delete what it said; null: for ever
     */
    public record Limits(
        int messageBytes, int nameLength, int rate, @Nullable Long editWindowSeconds) {}

    /**
     * What this server can do.
     *
     * @param persistent whether messages outlive it
     * @param uploads the largest upload in bytes; null if nothing can be uploaded
     * @param registration who may make an account: {@code open} or {@code closed}
     */
    public record Features(boolean persistent, @Nullable Long uploads, String registration) {}
  }

  /** How many there are and since when, as in {@code welcome}; {@code serverTime} is local. */
  record ServerStats(int usersOnline, long uptimeSeconds, String serverTime) {}

  /** {@code name_changed}: you are called something else now. */
  record NameChanged(long timestamp, Names content) implements SessionMessage {
    /** Both names. */
    public record Names(String oldName, String newName) {}
  }

  /** {@code auth_success}: you are somebody who has an account. */
  record AuthSuccess(long timestamp, @Nullable String ref, User content) implements SessionMessage {
    /**
     * Who, and what to be known by on return.
     *
     * @param role as in the welcome
     * @param resumeToken null for plain clients, and if the one that is known stays
     */
    public record User(
        long userId, String userName, boolean isAdmin, String role, @Nullable String resumeToken) {
      /** That participant, who has an account. */
      public static User of(Participant who, @Nullable String resumeToken) {
        return new User(who.id(), who.name().text(), who.isAdmin(), roleOf(who), resumeToken);
      }
    }
  }

  /** {@code password_changed}: it is another one from now on. */
  record PasswordChanged(long timestamp, @Nullable String ref) implements SessionMessage {}

  /** {@code sessions}: where you are signed in, the newest first. */
  record Sessions(long timestamp, @Nullable String ref, List<Session> content)
      implements SessionMessage {
    /**
     * One way in which the user comes back without the password.
     *
     * @param id what it is ended by
     * @param since when it began, in seconds since 1970
     * @param online whether a connection came by it that is there now
     * @param current whether this connection did
     */
    public record Session(String id, long since, boolean online, boolean current) {}
  }

  /** {@code invitation}: by this others may make accounts; it is not shown again. */
  record Invitation(long timestamp, @Nullable String ref, Terms content) implements SessionMessage {
    /**
     * What to show in {@code register}, until when, and how often.
     *
     * @param expiresAt in seconds since the epoch
     */
    public record Terms(String token, long expiresAt, int uses) {
      /** Tells nothing of the token, for the log. */
      @Override
      public String toString() {
        return "Terms";
      }
    }
  }

  /** {@code token_created}: by this a program comes; it is not shown again. */
  record TokenCreated(long timestamp, @Nullable String ref, Token content)
      implements SessionMessage {
    /**
     * What the program shows in {@code hello}, as whom it comes, and what it may do.
     *
     * @param id what it is revoked by
     * @param expiresAt in seconds since the epoch; null for never
     */
    public record Token(
        String id,
        String token,
        String name,
        String scopes,
        long userId,
        @Nullable Long expiresAt) {
      /** Tells nothing of the token, for the log. */
      @Override
      public String toString() {
        return "Token";
      }
    }

    /** Of a key that is there. */
    public static TokenCreated of(
        AccessKey key, String token, @Nullable String ref, long timestamp) {
      return new TokenCreated(
          timestamp,
          ref,
          new Token(
              key.id(),
              token,
              key.name(),
              Scope.text(key.scopes()),
              key.userId(),
              Extras.seconds(key.expiresAt())));
    }
  }

  /** {@code tokens}: by what programs come, the newest first; to admins then those of bots. */
  record Tokens(long timestamp, @Nullable String ref, List<Entry> content)
      implements SessionMessage {
    /**
     * One of them.
     *
     * @param id what it is revoked by
     * @param bot whether nobody else comes as that user
     * @param createdAt in seconds since the epoch, as {@code expiresAt}, which is null for never
     * @param online whether a program came by it that is there now
     */
    public record Entry(
        String id,
        String name,
        String scopes,
        long userId,
        boolean bot,
        long createdAt,
        @Nullable Long expiresAt,
        boolean online) {
      /** Of a key. */
      public static Entry of(AccessKey key, boolean online) {
        return new Entry(
            key.id(),
            key.name(),
            Scope.text(key.scopes()),
            key.userId(),
            key.bot(),
            key.createdAt().getEpochSecond(),
            Extras.seconds(key.expiresAt()),
            online);
      }
    }
  }

  /** {@code stats}: how the server is. */
  record Stats(long timestamp, Figures content) implements SessionMessage {
    /**
     * What {@link ServerStats} has, and more.
     *
     * @param lockdown true or null: whether the chat is locked down
     */
    public record Figures(
        int usersOnline,
        long uptimeSeconds,
        String serverTime,
        int connections,
        int maxClients,
        long messagesStored,
        @Nullable Boolean lockdown) {}
  }

  /** {@code pong}: I am here. */
  record Pong(long timestamp, @Nullable String ref) implements SessionMessage {}

  /** {@code ack}: the message with that {@code ref} is stored. */
  record Ack(long timestamp, String ref, long id, long seq, String room)
      implements SessionMessage {}

  /** {@code error}: no, and why. */
  record Failure(long timestamp, Reason content) implements SessionMessage {
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
  record GoingAway(long timestamp, Return content) implements SessionMessage {
    /** When to come back, in milliseconds from now. */
    public record Return(long retryAfterMs) {}
  }
}
