package chatroom.checker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The messages that one guest was told of last.
 *
 * <p>Thread safety: for one thread.
 */
final class Recent {
  private static final int REMEMBERED = 20;

  private final Deque<Told> messages = new ArrayDeque<>();

  void add(Told message) {
    messages.remove(message);
    messages.addLast(message);
    if (messages.size() > REMEMBERED) {
      messages.removeFirst();
    }
  }

  /** One of them, chosen by a number from 0; empty if there is none. */
  Optional<Told> choose(int number) {
    List<Told> all = new ArrayList<>(messages);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
  }
}
