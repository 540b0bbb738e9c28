package chatroom.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The record of one guest, to which is only ever added.
 *
 * <p>Thread safety: guarded by this.
 */
final class Journal {
  private final String name;
  private final List<Event> events = new ArrayList<>();

  /**
   * An empty one.
   *
   * @param name for people
   */
  Journal(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  synchronized void add(Event event) {
    events.add(event);
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** The events of one kind, in order. */
  <E extends Event> Stream<E> all(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast);
  }

  <E extends Event> void each(Class<E> kind, Consumer<E> action) {
    all(kind).forEach(action);
  }

  /** Who the guest is by the first welcome; 0 if none came. */
  long userId() {
    return all(Event.Welcomed.class).mapToLong(Event.Welcomed::userId).findFirst().orElse(0);
  }
}
