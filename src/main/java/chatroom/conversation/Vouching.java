package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.room.Account;
import chatroom.room.Code;
import chatroom.room.Nickname;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import chatroom.room.Voucher;
import chatroom.room.Vouchers;
import java.security.SecureRandom;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Gives out invitations to make an account, and makes accounts by them. Why one is not good is told
 * to nobody: wrong, used up and expired are answered alike.
 *
 * <p>Thread safety: safe for use by any thread. Each call is answered once, on the lane, unless it
 * says otherwise.
 */
public final class Vouching {
  private final Vouchers vouchers;
  private final boolean needed;
  private final Executor lane;
  private final Executor readers;
  private final SecureRandom random;

  /**
   * @param needed whether nobody makes an account without an invitation
   * @param readers run what may block for as long as a database takes
   * @param random makes tokens
   */
  public Vouching(
      Vouchers vouchers, boolean needed, Executor lane, Executor readers, SecureRandom random) {
    this.vouchers = vouchers;
    this.needed = needed;
    this.lane = lane;
    this.readers = readers;
    this.random = random;
  }

  /** Whether nobody makes an account without an invitation. */
  boolean isNeeded() {
    return needed;
  }

  /** What an invitation that nobody has yet is shown as. */
  ResumeToken freshToken() {
    return ResumeToken.fresh(random);
  }

  /**
   * Keeps an invitation.
   *
   * @param refused told instead of {@code kept}
   */
  void issue(Voucher voucher, Runnable kept, Consumer<Rejection> refused) {
    vouchers.issue(
        voucher,
        new Vouchers.Issue() {
          @Override
          public void kept() {
            lane.execute(kept);
          }

          @Override
          public void tooMany() {
            lane.execute(
                () -> refused.accept(new Rejection(Code.NOT_ALLOWED, "Too many invitations")));
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(() -> refused.accept(Refusals.unavailable()));
          }
        });
  }

  /**
   * Looks whether an invitation can be used now.
   *
   * @param shown what is shown of it
   * @param good given its hash, by any thread
   * @param refused told instead, on the lane
   */
  void look(String shown, Consumer<String> good, Consumer<Rejection> refused) {
    ResumeToken.parse(shown)
        .map(ResumeToken::hash)
        .ifPresentOrElse(
            hash -> readers.execute(() -> answer(hash, good, refused)),
            () -> refuse(new Rejection(Code.INVALID_INVITATION), refused));
  }

  private void answer(String hash, Consumer<String> good, Consumer<Rejection> refused) {
    try {
      if (vouchers.isGood(hash)) {
        good.accept(hash);
      } else {
        refuse(new Rejection(Code.INVALID_INVITATION), refused);
      }
    } catch (Unavailable e) {
      refuse(Refusals.unavailable(), refused);
    }
  }

  private void refuse(Rejection why, Consumer<Rejection> refused) {
    lane.execute(() -> refused.accept(why));
  }

  /**
   * Makes an account, and uses the invitation once.
   *
   * @param hash the invitation's
   */
  void register(
      Account account, Nickname name, String hash, Runnable made, Consumer<Rejection> refused) {
    vouchers.register(
        account,
        name.key(),
        hash,
        new Vouchers.Registration() {
          @Override
          public void kept() {
            lane.execute(made);
          }

          @Override
          public void taken() {
            refuse(new Rejection(Code.NAME_TAKEN), refused);
          }

          @Override
          public void uninvited() {
            refuse(new Rejection(Code.INVALID_INVITATION), refused);
          }

          @Override
          public void refused(Unavailable why) {
            refuse(Refusals.unavailable(), refused);
          }
        });
  }
}
