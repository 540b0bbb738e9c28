package chatroom.checker;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a message looks.
 *
 * @param deleted whether it is a tombstone
 * @param reactions how many have reacted, by emoji
 */
record Look(String text, boolean deleted, Map<String, Integer> reactions) {
  /** What was just said. */
  static Look fresh(String text) {
    return new Look(text, false, Map.of());
  }

  /** How it looks after a change; what is done to a tombstone changes nothing. */
  Look after(Revision revision) {
    if (deleted) {
      return this;
    }
    return switch (revision.kind()) {
      case EDIT -> new Look(revision.text(), false, reactions);
      case DELETE -> new Look("", true, Map.of());
      case REACT -> reacted(revision.text(), revision.count());
    };
  }

  private Look reacted(String emoji, int count) {
    Map<String, Integer> counted = new TreeMap<>(reactions);
    if (count == 0) {
      counted.remove(emoji);
    } else {
      counted.put(emoji, count);
    }
    return new Look(text, false, Map.copyOf(counted));
  }
}
