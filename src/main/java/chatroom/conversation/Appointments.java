package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.conversation.People.Person;
import chatroom.conversation.Turns.Turn;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage.ClaimAdmin;
import chatroom.wire.ModerationMessage.Moderated.Deed;
import chatroom.wire.ModerationMessage.RoleChanged;
import chatroom.wire.OfficialAct.SetRole;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has which role: an administrator says so, of those who have an account; and who has the token
 * for it becomes the first administrator. It holds at once, on all connections of the user.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Appointments {
  private final Chat chat;
  private final Seat seat;
  private final Docket docket;

  Appointments(Chat chat, Seat seat, Docket docket) {
    this.chat = chat;
    this.seat = seat;
    this.docket = docket;
  }

  /** Gives a user another role. */
  void appoint(SetRole wanted, String reason, Turn turn) throws Rejection {
    if (!docket.actor().isAdmin()) {
      throw new Rejection(Code.NOT_ALLOWED, "Only an administrator may do that");
    }
    Role role = role(wanted.role());
    docket.open(
        wanted,
        turn,
        person -> {
          if (role == Role.ADMIN) {
            appoint(person, role, wanted.ref(), reason, turn);
          } else {
            docket.inSuccession(
                person, wanted.ref(), turn, it -> appoint(it, role, wanted.ref(), reason, turn));
          }
        });
  }

  private void appoint(Person person, Role role, @Nullable String ref, String reason, Turn turn)
      throws Rejection {
    if (!docket.actor().isAdmin()) {
      throw new Rejection(Code.NOT_ALLOWED);
    }
    if (!chat.directory().isRegistered(person.id())) {
      throw new Rejection(Code.NOT_ALLOWED, "Only who has an account can have a role");
    }
    Deed deed =
        new Deed(
            "set_role", person.id(), person.name(), null, null, wireName(role), orNull(reason));
    docket.record(
        docket
            .act("set_role", person)
            .saying(wireName(role) + (reason.isEmpty() ? "" : ": " + reason)),
        ref,
        turn,
        () -> keep(person, role, deed, ref, turn, () -> {}, () -> {}));
  }

  private static @Nullable String orNull(String reason) {
    return reason.isEmpty() ? null : reason;
  }

  private static String wireName(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Role role(@Nullable String said) throws Rejection {
    for (Role role : Role.values()) {
      if (wireName(role).equals(said)) {
        return role;
      }
    }
    throw new Rejection(Code.INVALID_FORMAT, "role is member, moderator or admin");
  }

  /** Makes the first administrator. */
  void claim(ClaimAdmin claim, Turn turn) throws Rejection {
    if (!seat.isRegistered()) {
      throw new Rejection(Code.NOT_ALLOWED, "Sign in first");
    }
    String said = claim.token();
    ResumeToken token =
        chat.oversight()
            .firstAdmin()
            .take(said == null ? "" : said)
            .orElseThrow(
                () -> new Rejection(Code.NOT_ALLOWED, "Not the token of the first administrator"));
    Person me = Person.of(docket.actor());
    Runnable giveBack = () -> chat.oversight().firstAdmin().giveBack(token);
    chat.audit()
        .record(
            docket.act("claim_admin", me),
            turn.guarded(
                () ->
                    keep(
                        me,
                        Role.ADMIN,
                        new Deed(
                            "claim_admin",
                            me.id(),
                            me.name(),
                            null,
                            null,
                            wireName(Role.ADMIN),
                            null),
                        claim.ref(),
                        turn,
                        chat.oversight().firstAdmin()::used,
                        giveBack)),
            () -> {
              giveBack.run();
              docket.unavailable(claim.ref(), turn).run();
            });
  }

  private void keep(
      Person person,
      Role role,
      Deed deed,
      @Nullable String ref,
      Turn turn,
      Runnable kept,
      Runnable notKept) {
    chat.oversight()
        .accounts()
        .setRole(
            person.id(),
            role,
            chat.oversight().succession()::isEnough,
            new Accounts.Appointment() {
              @Override
              public void kept() {
                kept.run();
                chat.lane()
                    .execute(
                        turn.guarded(
                            () -> {
                              appointed(person.id(), role);
                              docket.close(deed, ref, turn);
                            }));
              }

              @Override
              public void lastAdmin() {
                chat.lane().execute(turn.guarded(() -> refuseLast(person, ref, turn)));
              }

              @Override
              public void refused(Unavailable why) {
                notKept.run();
                chat.lane().execute(docket.unavailable(ref, turn));
              }
            });
  }

  /** It was taken down as done. */
  private void refuseLast(Person person, @Nullable String ref, Turn turn) {
    Rejection why = Succession.refusal();
    docket.record(
        docket.act("set_role", person).saying("not done: " + why.text()),
        ref,
        turn,
        () -> docket.refuse(why, ref, turn));
  }

  private void appointed(long userId, Role role) {
    chat.passes().appointed(userId, role);
    Optional<Seat> held = chat.seats().of(userId);
    Optional<Participant> now = chat.directory().appoint(userId, role);
    if (held.isEmpty() || now.isEmpty()) {
      return;
    }
    held.get().renamed(now.get());
    held.get().lines().forEach(line -> line.send(RoleChanged.of(now.get(), null, chat.now())));
    held.get()
        .rooms()
        .forEach(
            room -> {
              room.replace(now.get());
              room.tell(RoleChanged.of(now.get(), room.name().value(), chat.now()), Set.of(userId));
            });
    new ModeratorsRoom(chat).appointed(held.get());
  }
}
