package chatroom.testing;

import chatroom.room.Guests;
import chatroom.room.Unavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Guests that are kept when the test says so, and can be away; otherwise as those behind it. For
 * one thread.
 */
public final class SlowGuests implements Guests {
  private final Guests guests;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Long> seen = new ArrayList<>();
  private boolean slow;
  private boolean away;
  private boolean broken;

  /** Guests that are kept at once, until told otherwise. */
  public SlowGuests(Guests guests) {
    this.guests = guests;
  }

  /** From now on nothing is kept until the test says so. */
  public void slowDown() {
    slow = true;
  }

  /** From now on nothing can be kept or known, or it can again. */
  public void setAway(boolean now) {
    away = now;
  }

  /** From now on it fails in a way that nobody thought of. */
  public void breakDown() {
    broken = true;
  }

  /** Keeps all that waits. */
  public void keep() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Who was seen, each as often. */
  public List<Long> allSeen() {
    return List.copyOf(seen);
  }

  private void later(Runnable task) {
    waiting.add(task);
    if (!slow) {
      keep();
    }
  }

  @Override
  public void admit(Optional<String> tokenHash, Admission admission) {
    if (broken) {
      throw new IllegalStateException("on purpose");
    }
    if (away) {
      later(() -> admission.refused(new Unavailable("on purpose")));
    } else {
      later(() -> guests.admit(tokenHash, admission));
    }
  }

  @Override
  public void rename(long userId, String name, Receipt receipt) {
    if (away) {
      later(() -> receipt.refused(new Unavailable("on purpose")));
    } else {
      later(() -> guests.rename(userId, name, receipt));
    }
  }

  @Override
  public Optional<Guest> find(String tokenHash) throws Unavailable {
    if (away) {
      throw new Unavailable("on purpose");
    }
    return guests.find(tokenHash);
  }

  @Override
  public Map<Long, String> names(Set<Long> userIds) throws Unavailable {
    if (away) {
      throw new Unavailable("on purpose");
    }
    return guests.names(userIds);
  }

  @Override
  public void seen(long userId, String tokenHash) {
    seen.add(userId);
    guests.seen(userId, tokenHash);
  }
}
