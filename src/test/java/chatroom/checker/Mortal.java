package chatroom.checker;

/** A server that can be ended and started again, at the same address with the same log. */
interface Mortal {
  /**
   * Returns when it is gone.
   *
   * @param orderly whether it is told to stop, and not killed
   */
  void end(boolean orderly) throws InterruptedException;

  /** Launches it again; whether it is ready is found out by connecting to it. */
  void begin() throws InterruptedException;
}
