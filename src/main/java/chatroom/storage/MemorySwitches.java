package chatroom.storage;

import chatroom.room.Guests.Receipt;
import chatroom.room.Switches;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Switches that are off again when the process ends.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread.
 */
final class MemorySwitches implements Switches {
  private final Set<Switch> on = ConcurrentHashMap.newKeySet();

  @Override
  public boolean isOn(Switch what) {
    return on.contains(what);
  }

  @Override
  public void turn(Switch what, boolean now, Receipt receipt) {
    if (now) {
      on.add(what);
    } else {
      on.remove(what);
    }
    receipt.kept();
  }
}
