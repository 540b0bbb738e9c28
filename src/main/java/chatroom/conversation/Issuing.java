package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Act;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Voucher;
import chatroom.wire.ClientMessage.CreateInvitation;
import chatroom.wire.SessionMessage.Invitation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives out invitations to make an account, each shown once; administrators do.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Issuing {
  /** For how long an invitation is good that says nothing of it. */
  static final Duration DEFAULT = Duration.ofDays(7);

  private static final long MIN_SECONDS = 60;
  private static final long MAX_SECONDS = Duration.ofDays(30).toSeconds();
  private static final long MAX_USES = 1_000;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;

  Issuing(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Gives out an invitation. */
  void invite(CreateInvitation wanted, Turn turn) throws Rejection {
    if (!seat.who().isAdmin()) {
      throw new Rejection(Code.NOT_ALLOWED, "Only an administrator may do that");
    }
    Vouching vouching = chat.signIns().vouching();
    if (!vouching.isNeeded()) {
      throw new Rejection(Code.UNSUPPORTED, "Not supported: nobody needs an invitation here");
    }
    long seconds =
        within("seconds", wanted.seconds(), DEFAULT.toSeconds(), MIN_SECONDS, MAX_SECONDS);
    int uses = (int) within("uses", wanted.uses(), 1, 1, MAX_USES);
    Instant expiresAt = chat.clock().instant().plusSeconds(seconds);
    ResumeToken token = vouching.freshToken();
    Voucher voucher = new Voucher(token.hash(), seat.who().id(), expiresAt, uses);
    chat.audit()
        .record(
            Act.by(seat.who(), "create_invitation").saying(uses + " until " + expiresAt),
            turn.guarded(() -> issue(voucher, token, wanted.ref(), turn)),
            () -> outcomes.unavailable(wanted.ref(), turn));
  }

  private void issue(Voucher voucher, ResumeToken token, @Nullable String ref, Turn turn) {
    Invitation.Terms shown =
        new Invitation.Terms(token.text(), voucher.expiresAt().getEpochSecond(), voucher.uses());
    chat.signIns()
        .vouching()
        .issue(
            voucher,
            () -> turn.end(() -> client.send(new Invitation(chat.now(), ref, shown))),
            why -> outcomes.refuse(why, ref, turn));
  }

  /** What is said, if that is within its bounds. */
  static long within(String field, @Nullable Long said, long otherwise, long least, long most)
      throws Rejection {
    long value = said == null ? otherwise : said;
    if (value < least || value > most) {
      throw new Rejection(Code.INVALID_FORMAT, field + " is from " + least + " to " + most);
    }
    return value;
  }
}
