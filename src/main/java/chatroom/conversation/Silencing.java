package chatroom.conversation;

import chatroom.conversation.People.Person;
import chatroom.conversation.Turns.Turn;
import chatroom.room.Rejection;
import chatroom.room.Restraint;
import chatroom.room.Restraint.Kind;
import chatroom.wire.ModerationMessage.Moderated.Deed;
import chatroom.wire.ModerationMessage.Muted;
import chatroom.wire.ModerationMessage.Unmuted;
import chatroom.wire.OfficialAct;
import chatroom.wire.OfficialAct.Mute;
import chatroom.wire.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who may say nothing for a while.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Silencing {
  /** For how long, if nothing is said of that. */
  static final Duration USUAL = Duration.ofMinutes(10);

  static final Duration LONGEST = Duration.ofDays(30);

  private final Chat chat;
  private final Docket docket;
  private final Notices notices;

  Silencing(Chat chat, Docket docket) {
    this.chat = chat;
    this.docket = docket;
    this.notices = new Notices(chat);
  }

  private Discipline discipline() {
    return chat.oversight().discipline();
  }

  /** Lets a user say nothing for a while. */
  void mute(Mute wanted, String reason, Turn turn) throws Rejection {
    Term term = Term.of(wanted.seconds(), Term.lasting(USUAL), LONGEST);
    docket.open(wanted, turn, person -> mute(person, term, reason, wanted, turn));
  }

  private void mute(Person person, Term term, String reason, Mute wanted, Turn turn)
      throws Rejection {
    docket.requireOver(person);
    discipline().requirePlace(Kind.MUTE, person.id());
    docket.record(
        docket.act("mute", person).saying(said(term, reason)),
        wanted.ref(),
        turn,
        () -> {
          Instant now = chat.clock().instant().truncatedTo(ChronoUnit.MILLIS);
          Restraint mute =
              new Restraint(
                  Kind.MUTE,
                  person.id(),
                  person.name(),
                  "",
                  now,
                  term.after(now),
                  reason,
                  docket.actor().id(),
                  docket.actor().name().text());
          discipline()
              .impose(
                  mute,
                  turn.guarded(() -> muted(mute, term, wanted, turn)),
                  docket.unavailable(wanted.ref(), turn));
        });
  }

  private void muted(Restraint mute, Term term, Mute wanted, Turn turn) {
    long until = mute.until().orElse(Instant.MAX).getEpochSecond();
    tell(
        mute.userId(),
        Muted.of(mute, chat.now()),
        mute.userName() + " was muted " + said(term, mute.reason()));
    docket.close(
        new Deed("mute", mute.userId(), mute.userName(), until, null, mute.reason()),
        wanted.ref(),
        turn);
  }

  /** For people. */
  static String said(Term term, String reason) {
    return term + (reason.isEmpty() ? "" : ": " + reason);
  }

  /** Lets a user speak again. */
  void unmute(OfficialAct wanted, String reason, Turn turn) throws Rejection {
    docket.open(wanted, turn, person -> unmute(person, reason, wanted, turn));
  }

  private void unmute(Person person, String reason, OfficialAct wanted, Turn turn)
      throws Rejection {
    docket.requireOver(person);
    var unused = Moderation.current(chat, Kind.MUTE, person);
    docket.record(
        docket.act("unmute", person).saying(reason),
        wanted.ref(),
        turn,
        () ->
            discipline()
                .lift(
                    Kind.MUTE,
                    person.id(),
                    turn.guarded(() -> unmuted(person, reason, wanted, turn)),
                    docket.unavailable(wanted.ref(), turn)));
  }

  private void unmuted(Person person, String reason, OfficialAct wanted, Turn turn) {
    tell(person.id(), new Unmuted(chat.now()), person.name() + " may speak again");
    docket.close(
        new Deed("unmute", person.id(), person.name(), null, null, reason), wanted.ref(), turn);
  }

  /** The user hears of it, and those who are in a room with them. */
  private void tell(long userId, ServerMessage told, String notice) {
    Optional<Seat> seat = chat.seats().of(userId);
    seat.ifPresent(
        it -> {
          it.typing().end();
          it.lines().forEach(line -> line.send(told));
        });
    notices.post(seat.map(Seat::rooms).orElse(List.of()), notice);
  }
}
