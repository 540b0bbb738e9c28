package chatroom.room;

/**
 * What is on or off for the whole chat, and stays so.
 *
 * <p>Promises: what a receipt said is so after a restart, if the log is a lasting one; the last
 * call counts.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface Switches {
  /** What can be on. */
  enum Switch {
    /** No new guests, rooms and accounts, and slow mode everywhere. */
    LOCKDOWN
  }

  /**
   * Whether it is on; at first nothing is. May block for as long as a database takes.
   *
   * @throws Unavailable if that cannot be known now
   */
  boolean isOn(Switch what) throws Unavailable;

  /** Turns it on or off, without waiting. */
  void turn(Switch what, boolean on, Guests.Receipt receipt);
}
