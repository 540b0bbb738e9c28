package chatroom.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whom each of those who are here ignores, and by whom of them each is ignored.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class IgnoreLists {
  /** The most that one may ignore. */
  static final int MOST = 500;

  private final Map<Long, Set<Long>> ignored = new HashMap<>();
  private final Map<Long, Set<Long>> ignorers = new HashMap<>();

  /** Somebody came who ignores these. */
  void enter(long userId, Set<Long> others) {
    others.forEach(other -> change(userId, other, true));
  }

  /** Somebody left. */
  void leave(long userId) {
    of(userId).forEach(other -> change(userId, other, false));
  }

  /** Somebody ignores somebody, or no more. */
  void change(long userId, long otherId, boolean on) {
    change(ignored, userId, otherId, on);
    change(ignorers, otherId, userId, on);
  }

  private static void change(Map<Long, Set<Long>> lists, long key, long value, boolean on) {
    Set<Long> list = new HashSet<>(lists.getOrDefault(key, Set.of()));
    if (on) {
      list.add(value);
    } else {
      list.remove(value);
    }
    if (list.isEmpty()) {
      lists.remove(key);
    } else {
      lists.put(key, Set.copyOf(list));
    }
  }

  /** Whom a user ignores; unmodifiable. */
  Set<Long> of(long userId) {
    return ignored.getOrDefault(userId, Set.of());
  }

  /** Who ignores a user; unmodifiable. */
  Set<Long> ignorersOf(long userId) {
    return ignorers.getOrDefault(userId, Set.of());
  }

  /** Whether a user ignores another one. */
  public boolean ignores(long userId, long otherId) {
    return of(userId).contains(otherId);
  }
}
