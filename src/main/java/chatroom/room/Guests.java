package chatroom.room;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody who ever came: gives the numbers of users, and knows those again who may return.
 *
 * <p>Promises: a number is never given twice, also after a restart if the log is a lasting one;
 * what a receipt said is kept then, too.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface Guests {
  /**
   * Somebody who may return.
   *
   * @param id the user's number
   * @param name that of the account; else the chosen name as it was shown last, empty if none was
   *     chosen
   */
  record Guest(long id, Optional<String> name) {}

  /** Told once. Calls come from any thread and must not block. */
  interface Admission {
    /** A newcomer has this number, which rises with every newcomer. */
    void admitted(long userId);

    /** Nobody can be admitted now. */
    void refused(Unavailable why);
  }

  /** Told once. Calls come from any thread and must not block. */
  interface Receipt {
    /** It is kept. */
    void kept();

    /** It is not kept; the same may be tried again. */
    void refused(Unavailable why);
  }

  /**
   * Admits a newcomer, without waiting.
   *
   * @param tokenHash what the newcomer may be known by on return, at most 64 characters of ASCII;
   *     empty for one who will not return
   */
  void admit(Optional<String> tokenHash, Admission admission);

  /**
   * Keeps a guest's new name, without waiting. Nothing is kept for one who will not return, or has
   * an account.
   */
  void rename(long userId, String name, Receipt receipt);

  /**
   * Whoever was admitted under that hash, or has it from {@link Accounts}, and was seen no longer
   * ago than a guest is remembered. May block for as long as a database takes.
   *
   * @throws Unavailable if that cannot be known now
   */
  Optional<Guest> find(String tokenHash) throws Unavailable;

  /**
   * What those of them are called who have an account, or may return and have chosen a name. May
   * block for as long as a database takes.
   *
   * @param userIds no more than {@value RoomRights#MAX_INVITED} and one
   * @throws Unavailable if that cannot be known now
   */
  Map<Long, String> names(Set<Long> userIds) throws Unavailable;

  /**
   * The guest is here now, or was until now: from here on the time counts for which a guest is
   * remembered, or for which that token of an account is worth something. Kept soon, without a
   * receipt; if it cannot be kept, an earlier time counts.
   *
   * @param tokenHash by what the user of an account came; the others run out without it
   */
  void seen(long userId, String tokenHash);
}
