package chatroom.room;

import chatroom.room.Guests.Receipt;
import java.util.List;

/**
 * Who is banned and who is muted.
 *
 * <p>Promises: what a receipt said is kept then, and is there after a restart if anything is.
 *
 * <p>Thread safety: implementations are safe for use by any thread. What returns something may
 * block for as long as a database takes.
 */
public interface Restraints {
  /** All of them, also those that hold no more and were not swept yet. */
  List<Restraint> all() throws Unavailable;

  /**
   * Puts a user under a restraint, in place of one of its kind, without waiting; those that held no
   * more when it began go.
   */
  void impose(Restraint restraint, Receipt receipt);

  /** A user is under none of the kind any more; without waiting. */
  void lift(Restraint.Kind kind, long userId, Receipt receipt);
}
