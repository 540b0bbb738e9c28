package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.AccessKey;
import chatroom.room.Act;
import chatroom.room.Code;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Scope;
import chatroom.wire.ClientMessage.CreateToken;
import chatroom.wire.ClientMessage.RevokeToken;
import chatroom.wire.SessionMessage.TokenCreated;
import chatroom.wire.SessionMessage.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a user's programs tokens by which they come as that user, each shown once, and takes them
 * back; administrators do so for bots, too, and that is taken down.
 *
 * <p>Thread safety: confined to the lane.
 */
final class KeyActs {
  private static final long MIN_SECONDS = 60;
  private static final long MAX_SECONDS = Duration.ofDays(365).toSeconds();

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;

  KeyActs(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Gives a token. */
  void create(CreateToken wanted, Turn turn) throws Rejection {
    String name = AccessKey.parseName(wanted.name() == null ? "" : wanted.name());
    Set<Scope> scopes = Scope.parse(wanted.scopes());
    Optional<Instant> expiresAt = end(wanted.seconds());
    String bot = wanted.bot();
    if (bot == null) {
      Fresh fresh = key(seat.who().id(), false, name, scopes, expiresAt);
      requirePassword(wanted.ref(), turn, () -> issue(fresh, wanted.ref(), turn));
      return;
    }
    if (!seat.who().isAdmin()) {
      throw new Rejection(Code.NOT_ALLOWED, "Only an administrator makes bots");
    }
    chat.bots()
        .named(
            bot,
            turn.guarded(
                account -> {
                  Fresh fresh = key(account.id(), true, name, scopes, expiresAt);
                  record(
                      "create_token",
                      account.id(),
                      account.name(),
                      name + " (" + Scope.text(scopes) + ")",
                      turn.guarded(() -> issue(fresh, wanted.ref(), turn)),
                      () -> outcomes.unavailable(wanted.ref(), turn));
                }),
            why -> outcomes.refuse(why, wanted.ref(), turn));
  }

  /** Where others vouch for a user, a token alone does not. */
  private void requirePassword(@Nullable String ref, Turn turn, Runnable then) {
    Rejection why = new Rejection(Code.NOT_ALLOWED, "Only for who signs in by a password");
    chat.signIns()
        .of(
            seat.who().id(),
            turn.guarded(
                account -> {
                  if (account.hasPassword()) {
                    then.run();
                  } else {
                    outcomes.refuse(why, ref, turn);
                  }
                }),
            () -> outcomes.unavailable(ref, turn));
  }

  private Optional<Instant> end(@Nullable Long seconds) throws Rejection {
    if (seconds == null) {
      return Optional.empty();
    }
    return Optional.of(
        chat.clock()
            .instant()
            .plusSeconds(
                Issuing.within("seconds", seconds, MIN_SECONDS, MIN_SECONDS, MAX_SECONDS)));
  }

  /** A key and what it is shown as. */
  private record Fresh(AccessKey key, ResumeToken token) {}

  private Fresh key(
      long userId, boolean bot, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
    ResumeToken token = chat.keyring().freshToken();
    AccessKey key =
        new AccessKey(token.hash(), userId, bot, name, scopes, chat.clock().instant(), expiresAt);
    return new Fresh(key, token);
  }

  private void issue(Fresh fresh, @Nullable String ref, Turn turn) {
    if (!seat.isOf(client)) {
      turn.end(); // Another password has ended it: nothing comes after that.
      return;
    }
    chat.keyring()
        .issue(
            fresh.key(),
            () ->
                turn.end(
                    () ->
                        client.send(
                            TokenCreated.of(fresh.key(), fresh.token().text(), ref, chat.now()))),
            why -> outcomes.refuse(why, ref, turn));
  }

  /** Tells which there are. */
  void tell(@Nullable String ref, Turn turn) {
    all(ref, turn, keys -> told(keys, ref, turn));
  }

  private void told(List<AccessKey> keys, @Nullable String ref, Turn turn) {
    List<Tokens.Entry> entries =
        keys.stream().map(key -> Tokens.Entry.of(key, chat.keyring().isOnline(key))).toList();
    turn.end(() -> client.send(new Tokens(chat.now(), ref, entries)));
  }

  private void all(@Nullable String ref, Turn turn, Consumer<List<AccessKey>> found) {
    Participant me = seat.who();
    chat.keyring()
        .of(me.id(), me.isAdmin(), turn.guarded(found), () -> outcomes.unavailable(ref, turn));
  }

  /** Takes one back; what is left is told. */
  void revoke(RevokeToken said, Turn turn) throws Rejection {
    String id = said.id();
    if (id == null) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    all(
        said.ref(),
        turn,
        keys ->
            keys.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                    key -> revoke(key, said.ref(), turn),
                    () ->
                        outcomes.refuse(
                            new Rejection(Code.NOT_ALLOWED, "No such token"), said.ref(), turn)));
  }

  private void revoke(AccessKey key, @Nullable String ref, Turn turn) {
    Runnable refused = () -> outcomes.unavailable(ref, turn);
    Runnable told = turn.guarded(() -> tell(ref, turn));
    Runnable revoke = turn.guarded(() -> chat.keyring().revoke(key, told, refused));
    if (key.bot()) {
      record("revoke_token", key.userId(), "", key.name(), revoke, refused);
    } else {
      revoke.run();
    }
  }

  private void record(
      String kind, long botId, String botName, String detail, Runnable then, Runnable refused) {
    chat.audit().record(Act.by(seat.who(), kind).to(botId, botName).saying(detail), then, refused);
  }
}
