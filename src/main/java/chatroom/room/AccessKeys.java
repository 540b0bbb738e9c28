package chatroom.room;

import chatroom.room.Guests.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * All access keys, by which programs come as users.
 *
 * <p>Promises: what a receipt said is kept then.
 *
 * <p>Thread safety: implementations are safe for use by any thread. What returns something may
 * block for as long as a database takes.
 */
public interface AccessKeys {
  /** How many a user has. */
  int MAX_OF_USER = 20;

  /** How many all bots have together. */
  int MAX_OF_BOTS = 200;

  /** Told once. Calls come from any thread and must not block. */
  interface Issue {
    /** Somebody may come by it. */
    void kept();

    /** It is not there: the user, or all bots, have as many as they may. */
    void tooMany();

    /** It is not there; the same may be tried again. */
    void refused(Unavailable why);
  }

  /** Keeps a key, without waiting; those that are worth nothing any more take no place. */
  void issue(AccessKey key, Issue told);

  /** The key of that hash, if it is worth something now. */
  Optional<AccessKey> find(String tokenHash) throws Unavailable;

  /** All that a user has, and that are worth something now, the newest first. */
  List<AccessKey> of(long userId) throws Unavailable;

  /** All that bots have, and that are worth something now, the newest first. */
  List<AccessKey> ofBots() throws Unavailable;

  /** A key is worth nothing any more; without waiting. */
  void revoke(String tokenHash, Receipt receipt);

  /** All that a user has are worth nothing any more; without waiting. */
  void revokeAll(long userId, Receipt receipt);
}
