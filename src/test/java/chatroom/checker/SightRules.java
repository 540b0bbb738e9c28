package chatroom.checker;

import chatroom.checker.Violation.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was shown is stored, as it was shown, and was meant for the one who saw it. */
final class SightRules {
  private SightRules() {}

  static void check(Journal journal, StoredLog log, Sayings sayings, List<Violation> found) {
    long self = journal.userId();
    journal.each(
        Event.Saw.class,
        saw -> {
          Kind broken = broken(self, saw, log, sayings);
          if (broken != null) {
            found.add(
                new Violation(
                    broken,
                    journal.name() + " " + saw + ", stored is " + log.find(saw.posting().id())));
          }
        });
  }

  private static @Nullable Kind broken(long self, Event.Saw saw, StoredLog log, Sayings sayings) {
    Posting seen = saw.posting();
    var meant = sayings.find(seen.text()).map(Sayings.Saying::room).orElse(saw.room());
    if (!Rooms.isOpenTo(self, meant) || !Rooms.isOpenTo(self, saw.room())) {
      return Kind.FOREIGN;
    }
    if (!log.covers(saw.room(), seen.seq())) {
      return null;
    }
    var place = log.find(seen.id()).orElse(null);
    if (place == null) {
      return Kind.PHANTOM;
    } else if (!place.room().equals(saw.room()) || !isShown(saw, place.posting())) {
      return Kind.ALTERED;
    }
    return place.posting().seq() == seen.seq() ? null : Kind.TWO_ORDERS;
  }

  /** What a snapshot shows of a message is held against what who comes last is shown. */
  private static boolean isShown(Event.Saw saw, Posting stored) {
    Posting seen = saw.posting();
    return saw.way() == Event.Way.SNAPSHOT ? seen.isAbout(stored) : seen.sameAs(stored);
  }
}
