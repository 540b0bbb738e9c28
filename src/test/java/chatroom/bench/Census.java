package chatroom.bench;

/**
 * Counts in the end, for each client by itself, what it should have got and what it has.
 *
 * <p>Thread safety: for one thread.
 */
final class Census {
  private final int sent;
  private final int senders;
  private final int rooms;
  private long expected;
  private long received;
  private long lost;
  private long repeated;

  /**
   * @param sent how many messages in all, numbered from 0: each to the next room, by the next
   *     sender
   */
  Census(int sent, int senders, int rooms) {
    this.sent = sent;
    this.senders = senders;
    this.rooms = rooms;
  }

  /** A client has got so many. */
  void count(int client, long got) {
    long due = every(rooms, client % rooms) - (client < senders ? every(senders, client) : 0);
    expected += due;
    received += got;
    lost += Math.max(0, due - got);
    repeated += Math.max(0, got - due);
  }

  /** How many of the numbers are {@code which} and every {@code step}th after it. */
  private long every(int step, int which) {
    return ((long) sent - which + step - 1) / step;
  }

  long expected() {
    return expected;
  }

  long received() {
    return received;
  }

  long lost() {
    return lost;
  }

  long repeated() {
    return repeated;
  }
}
