package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import chatroom.wire.SessionMessage.NameChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a user comes to another name: it is theirs alone first, then kept, then told.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Naming {
  private static final Logger log = LoggerFactory.getLogger(Naming.class);

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;

  Naming(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Takes another name, and tells everybody when it is kept. */
  void rename(@Nullable String wanted, @Nullable String ref, Turn turn)
      throws Rejection, Unavailable {
    if (wanted == null) {
      throw new Rejection(Code.INVALID_NAME);
    }
    if (seat.isRegistered()) {
      throw theirsForGood();
    }
    if (seat.isRenaming()) {
      throw new Unavailable(); // By a connection that is gone: the names would cross.
    }
    Participant me = seat.who();
    Nickname name = chat.directory().claim(me, wanted);
    if (name.equals(me.name())) {
      turn.end(() -> client.send(nameChanged(chat, name, name)));
      return;
    }
    seat.setRenaming(true);
    chat.guestbook()
        .rename(
            me.id(),
            name.text(),
            turn.guarded(() -> kept(me, name, ref, turn)),
            () -> {
              seat.setRenaming(false);
              chat.directory().free(me, name);
              outcomes.unavailable(ref, turn);
            });
  }

  private void kept(Participant me, Nickname name, @Nullable String ref, Turn turn) {
    seat.setRenaming(false);
    if (seat.isRegistered()) { // Meanwhile, by an earlier connection.
      chat.directory().free(me, name);
      outcomes.refuse(theirsForGood(), ref, turn);
      return;
    }
    renamed(chat, seat, me, name);
    turn.end();
  }

  private static Rejection theirsForGood() {
    return new Rejection(Code.NOT_ALLOWED, "The name of an account stays");
  }

  /** A user is called so from now on, unless they have left; everybody is told. */
  static void renamed(Chat chat, Seat seat, Participant before, Nickname name) {
    if (seat.isVacated()) {
      chat.directory().free(before, name);
      return;
    }
    Participant now = before.named(name);
    log.info("User{} was renamed from {} to {}", now.id(), before.name(), name);
    chat.directory().rename(now, name);
    seat.renamed(now);
    chat.directory().free(now, before.name());
    seat.lines().forEach(line -> line.send(nameChanged(chat, before.name(), name)));
    seat.rooms().forEach(room -> room.rename(now, before.name()));
  }

  private static NameChanged nameChanged(Chat chat, Nickname before, Nickname now) {
    return new NameChanged(chat.now(), new NameChanged.Names(before.text(), now.text()));
  }
}
