package chatroom.room;

/**
 * All invitations to make an account.
 *
 * <p>Promises: of those who use an invitation at the same time no more get an account than it has
 * uses; who gets none has used nothing.
 *
 * <p>Thread safety: implementations are safe for use by any thread. What returns something may
 * block for as long as a database takes.
 */
public interface Vouchers {
  /** How many there may be that can still be used. */
  int MAX = 1_000;

  /** Told once. Calls come from any thread and must not block. */
  interface Issue {
    /** It can be used. */
    void kept();

    /** It is not there: there are {@link #MAX}. */
    void tooMany();

    /** It is not there; the same may be tried again. */
    void refused(Unavailable why);
  }

  /** Told once. Calls come from any thread and must not block. */
  interface Registration extends Accounts.Registration {
    /** There is no such invitation, or not any more: the account is not there. */
    void uninvited();
  }

  /** Keeps an invitation, without waiting. */
  void issue(Voucher voucher, Issue told);

  /** Whether there is an invitation of that hash that can be used now. */
  boolean isGood(String tokenHash) throws Unavailable;

  /**
   * Makes an account as {@link Accounts#register} does, and uses the invitation of that hash once;
   * both or neither, without waiting.
   */
  void register(Account account, String nameKey, String tokenHash, Registration told);
}
