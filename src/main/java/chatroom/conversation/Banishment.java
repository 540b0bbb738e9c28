package chatroom.conversation;

import chatroom.conversation.People.Person;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.AddressBlock;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Restraint;
import chatroom.room.Restraint.Kind;
import chatroom.room.Role;
import chatroom.wire.ModerationMessage.Moderated.Deed;
import chatroom.wire.OfficialAct;
import chatroom.wire.OfficialAct.Ban;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has to go, and who may not come. Of a guest the {@linkplain GuestPlace place} is banned, too,
 * from where they came: for guests, for who has an account is known wherever they are.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Banishment {
  /** For how long a guest is banned, if nothing is said of that: addresses change hands. */
  static final Duration USUAL_FOR_GUESTS = Duration.ofDays(1);

  static final Duration LONGEST_FOR_GUESTS = Duration.ofDays(30);
  static final Duration LONGEST = Duration.ofDays(3_650);

  private final Chat chat;
  private final Docket docket;
  private final Notices notices;
  private final Expulsion expulsion;

  Banishment(Chat chat, Docket docket) {
    this.chat = chat;
    this.docket = docket;
    this.notices = new Notices(chat);
    this.expulsion = new Expulsion(chat);
  }

  private Discipline discipline() {
    return chat.oversight().discipline();
  }

  /** Sends a user away who is here, and keeps them out for a moment. */
  void kick(OfficialAct wanted, String said, Turn turn) throws Rejection {
    String reason = orUsual(said);
    docket.open(
        wanted,
        turn,
        person -> {
          docket.requireOver(person);
          if (chat.seats().of(person.id()).isEmpty()) {
            throw new Rejection(Code.USER_NOT_FOUND);
          }
          docket.record(
              docket.act("kick", person).saying(reason),
              wanted.ref(),
              turn,
              () -> {
                discipline().keepOut(person.id());
                expel(
                    person,
                    reason,
                    person.name() + " was kicked" + (said.isEmpty() ? "" : ": " + said));
                docket.close(
                    new Deed("kick", person.id(), person.name(), null, null, reason),
                    wanted.ref(),
                    turn);
              });
        });
  }

  private static String orUsual(String reason) {
    return reason.isEmpty() ? "Kicked by admin" : reason;
  }

  private void expel(Person person, String reason, String notice) {
    List<OpenRoom> rooms = chat.seats().of(person.id()).map(Seat::rooms).orElse(List.of());
    expulsion.expel(person.id(), reason);
    notices.post(rooms, notice);
  }

  /** Sends a user away, if here, and lets them not come again. */
  void ban(Ban wanted, String reason, Turn turn) throws Rejection {
    docket.open(wanted, this::departed, turn, person -> ban(person, reason, wanted, turn));
  }

  private Optional<Person> departed(long userId) {
    return chat.seats().departed().find(userId).map(it -> Person.of(it.who()));
  }

  private void ban(Person person, String reason, Ban wanted, Turn turn) throws Rejection {
    docket.requireOver(person);
    if (person.role() == Role.ADMIN) {
      docket.inSuccession(
          person, wanted.ref(), turn, it -> banAdministrator(it, reason, wanted, turn));
    } else {
      banOther(person, reason, wanted, turn);
    }
  }

  private void banAdministrator(Person person, String reason, Ban wanted, Turn turn)
      throws Rejection {
    docket.requireOver(person);
    chat.oversight()
        .succession()
        .requireOthers(
            person.id(),
            () -> docket.go(person, wanted.ref(), turn, it -> banOther(it, reason, wanted, turn)),
            why -> docket.refuse(why, wanted.ref(), turn));
  }

  private void banOther(Person person, String reason, Ban wanted, Turn turn) throws Rejection {
    docket.requireOver(person);
    discipline().requirePlace(Kind.BAN, person.id());
    boolean isGuest = !chat.directory().isRegistered(person.id());
    Term term =
        isGuest
            ? Term.of(wanted.seconds(), Term.lasting(USUAL_FOR_GUESTS), LONGEST_FOR_GUESTS)
            : Term.of(wanted.seconds(), Term.forGood(), LONGEST);
    GuestPlace place =
        isGuest ? GuestPlace.of(chat, person.id(), wanted.prefix()) : GuestPlace.none();
    String where =
        place.block().map(it -> " with " + it.text()).orElse(place.note() == null ? "" : " alone");
    docket.record(
        docket.act("ban", person).saying(Silencing.said(term, reason) + where),
        wanted.ref(),
        turn,
        () -> {
          Instant now = chat.clock().instant().truncatedTo(ChronoUnit.MILLIS);
          Restraint ban =
              new Restraint(
                  Kind.BAN,
                  person.id(),
                  person.name(),
                  place.block().map(AddressBlock::text).orElse(""),
                  now,
                  term.after(now),
                  reason,
                  docket.actor().id(),
                  docket.actor().name().text());
          discipline()
              .impose(
                  ban,
                  turn.guarded(() -> banned(person, ban, term, place.note(), wanted, turn)),
                  docket.unavailable(wanted.ref(), turn));
        });
  }

  private void banned(
      Person person, Restraint ban, Term term, @Nullable String note, Ban wanted, Turn turn) {
    String told = ban.reason().isEmpty() ? "Banned" : ban.reason();
    expel(person, told, person.name() + " was banned " + Silencing.said(term, ban.reason()));
    if (!ban.addresses().isEmpty()) {
      chat.seats().guests().stream().filter(this::isUnwelcome).forEach(it -> expel(it, told));
    }
    docket.close(
        new Deed(
                "ban",
                ban.userId(),
                ban.userName(),
                ban.until().map(Instant::getEpochSecond).orElse(null),
                ban.addresses().isEmpty() ? null : ban.addresses(),
                ban.reason())
            .noting(note),
        wanted.ref(),
        turn);
  }

  private void expel(Seat guest, String reason) {
    List<OpenRoom> rooms = guest.rooms();
    expulsion.expel(guest, reason);
    notices.post(rooms, guest.who().name().text() + " was banned with others of the same address");
  }

  private boolean isUnwelcome(Seat guest) {
    try {
      if (guest.cameFrom().isPresent()) {
        discipline().requireWelcome(guest.cameFrom().get());
      }
      return false;
    } catch (Rejection banned) {
      return true;
    }
  }

  /** Lets a user come again. */
  void unban(OfficialAct wanted, String reason, Turn turn) throws Rejection {
    docket.open(
        wanted,
        this::bannedAndGone,
        turn,
        person -> {
          docket.requireOver(person);
          Restraint ban = Moderation.current(chat, Kind.BAN, person);
          docket.record(
              docket.act("unban", person).saying(reason),
              wanted.ref(),
              turn,
              () ->
                  discipline()
                      .lift(
                          Kind.BAN,
                          ban.userId(),
                          turn.guarded(
                              () ->
                                  docket.close(
                                      new Deed(
                                          "unban", person.id(), person.name(), null, null, reason),
                                      wanted.ref(),
                                      turn)),
                          docket.unavailable(wanted.ref(), turn)));
        });
  }

  /** A guest who had no name, or is forgotten, is still known by the ban. */
  private Optional<Person> bannedAndGone(long userId) {
    return discipline()
        .of(Kind.BAN, userId)
        .map(ban -> new Person(userId, ban.userName(), Role.MEMBER));
  }
}
