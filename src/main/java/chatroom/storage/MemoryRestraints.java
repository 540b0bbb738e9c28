package chatroom.storage;

import chatroom.room.Guests.Receipt;
import chatroom.room.Restraint;
import chatroom.room.Restraints;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps as long as the process lives who is banned and who is muted.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread, with no
 * lock held.
 */
final class MemoryRestraints implements Restraints {
  /** Guarded by this. */
  private final List<Restraint> kept = new ArrayList<>();

  @Override
  public synchronized List<Restraint> all() {
    return List.copyOf(kept);
  }

  @Override
  public void impose(Restraint restraint, Receipt receipt) {
    synchronized (this) {
      remove(restraint.kind(), restraint.userId());
      kept.removeIf(it -> !it.holdsAt(restraint.since()));
      kept.add(restraint);
    }
    receipt.kept();
  }

  @Override
  public void lift(Restraint.Kind kind, long userId, Receipt receipt) {
    synchronized (this) {
      remove(kind, userId);
    }
    receipt.kept();
  }

  private void remove(Restraint.Kind kind, long userId) {
    kept.removeIf(it -> it.kind() == kind && it.userId() == userId);
  }
}
