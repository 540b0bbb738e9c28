package chatroom.conversation;

import chatroom.conversation.People.Person;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.Reason;
import chatroom.room.Rejection;
import chatroom.room.Restraint;
import chatroom.room.Restraint.Kind;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.ClaimAdmin;
import chatroom.wire.ClientMessage.GetConfig;
import chatroom.wire.ClientMessage.GetRestraints;
import chatroom.wire.ModerationMessage.Configuration;
import chatroom.wire.ModerationMessage.Restrained;
import chatroom.wire.OfficialAct;
import chatroom.wire.OfficialAct.Ban;
import chatroom.wire.OfficialAct.Kick;
import chatroom.wire.OfficialAct.Mute;
import chatroom.wire.OfficialAct.SetRole;
import chatroom.wire.OfficialAct.Unban;
import chatroom.wire.OfficialAct.Unmute;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one client does to users by right of a role: a moderator to members, an administrator to all
 * but themselves. It is taken down first, then kept if it is to last, then it is so, and then those
 * hear of it who are in a room with the user.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Moderation {
  /** What is told at once of who is banned and who is muted. */
  static final int MAX_TOLD = 200;

  private final Chat chat;
  private final Client client;
  private final Docket docket;
  private final Silencing silencing;
  private final Banishment banishment;
  private final Appointments appointments;

  Moderation(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.docket = new Docket(chat, client, seat, outcomes);
    this.silencing = new Silencing(chat, docket);
    this.banishment = new Banishment(chat, docket);
    this.appointments = new Appointments(chat, seat, docket);
  }

  /** Does what the client says in its turn, if it is of that kind; says whether it is. */
  boolean act(ClientMessage said, Turn turn) throws Rejection {
    if (said instanceof OfficialAct act) {
      requireModerator();
      act(act, turn);
    } else if (said instanceof ClaimAdmin claim) {
      appointments.claim(claim, turn);
    } else if (said instanceof GetRestraints asked) {
      requireModerator();
      tell(asked.ref());
      turn.end();
    } else if (said instanceof GetConfig asked) {
      requireAdmin();
      client.send(new Configuration(chat.now(), asked.ref(), chat.oversight().settings()));
      turn.end();
    } else {
      return false;
    }
    return true;
  }

  private void requireModerator() throws Rejection {
    if (!docket.actor().moderates()) {
      throw new Rejection(Code.NOT_ALLOWED, "Only who keeps order may do that");
    }
  }

  private void requireAdmin() throws Rejection {
    if (!docket.actor().isAdmin()) {
      throw new Rejection(Code.NOT_ALLOWED, "Only administrators may do that");
    }
  }

  private void act(OfficialAct act, Turn turn) throws Rejection {
    String reason = Reason.parse(act.reason(), "");
    if (act instanceof Kick) {
      banishment.kick(act, reason, turn);
    } else if (act instanceof Mute mute) {
      silencing.mute(mute, reason, turn);
    } else if (act instanceof Unmute) {
      silencing.unmute(act, reason, turn);
    } else if (act instanceof Ban ban) {
      banishment.ban(ban, reason, turn);
    } else if (act instanceof Unban) {
      banishment.unban(act, reason, turn);
    } else if (act instanceof SetRole wanted) {
      appointments.appoint(wanted, reason, turn);
    }
  }

  private void tell(@Nullable String ref) {
    client.send(
        new Restrained(
            chat.now(),
            ref,
            chat.oversight().discipline().all().stream()
                .sorted(Comparator.comparing(Restraint::since).reversed())
                .limit(MAX_TOLD)
                .map(Restrained.Entry::of)
                .toList()));
  }

  /**
   * Under what a user is who is to be let go.
   *
   * @throws Rejection {@link Code#USER_NOT_FOUND} if it is nothing
   */
  static Restraint current(Chat chat, Kind kind, Person person) throws Rejection {
    Optional<Restraint> current = chat.oversight().discipline().of(kind, person.id());
    return current.orElseThrow(
        () ->
            new Rejection(
                Code.USER_NOT_FOUND,
                kind == Kind.BAN ? "This user is not banned" : "This user is not muted"));
  }
}
