package chatroom.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that was said, by its text, of which there are no two alike. */
final class Sayings {
  private final Map<String, Saying> byText = new HashMap<>();
  private final Set<Long> speakers = new HashSet<>();

  private Sayings() {}

  static Sayings of(List<Journal> journals) {
    Sayings all = new Sayings();
    for (Journal journal : journals) {
      all.speakers.add(journal.userId());
      journal.each(
          Event.Sent.class,
          it -> {
            if (!it.isChange()) {
              all.byText.putIfAbsent(it.text(), new Saying(it.ref(), it.room(), journal.userId()));
            }
          });
    }
    return all;
  }

  /** Who said it, where, and by which ref. */
  record Saying(String ref, String room, long fromId) {}

  Optional<Saying> find(String text) {
    return Optional.ofNullable(byText.get(text));
  }

  /** Whether all that this user ever said is known here. */
  boolean knows(long userId) {
    return speakers.contains(userId);
  }
}
