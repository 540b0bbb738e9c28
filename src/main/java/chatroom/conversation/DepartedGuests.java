package chatroom.conversation;

import chatroom.delivery.PeerAddress;
import chatroom.room.Participant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * From where guests came who have gone: of those who left last, for a while and as long as the
 * process lives. So it helps nobody against a ban to leave first.
 *
 * <p>Thread safety: confined to the lane.
 */
final class DepartedGuests {
  /** How many are remembered. */
  static final int CAPACITY = 1_000;

  /** For how long. */
  static final Duration REMEMBERED = Duration.ofHours(1);

  /**
   * One of them.
   *
   * @param from from where the last connection came
   */
  record Departed(Participant who, PeerAddress from, long leftAtNanos) {}

  private final LongSupplier nanoTime;

  /** By user, the one who left first is first. */
  private final Map<Long, Departed> byUser = new LinkedHashMap<>();

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  DepartedGuests(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A guest has gone. */
  void left(Participant who, PeerAddress from) {
    byUser.remove(who.id());
    byUser.put(who.id(), new Departed(who, from, nanoTime.getAsLong()));
    if (byUser.size() > CAPACITY) {
      byUser.remove(byUser.keySet().iterator().next());
    }
  }

  /** A guest who left not long ago. */
  Optional<Departed> find(long userId) {
    long now = nanoTime.getAsLong();
    return Optional.ofNullable(byUser.get(userId))
        .filter(it -> now - it.leftAtNanos() < REMEMBERED.toNanos());
  }
}
