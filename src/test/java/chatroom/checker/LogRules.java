package chatroom.checker;

import chatroom.checker.Violation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds of the log by itself: {@code seq} by one, {@code id} rising, nothing twice. */
final class LogRules {
  private LogRules() {}

  static void check(StoredLog log, Sayings sayings, List<Violation> found) {
    log.rooms().forEach((room, chapter) -> order(room, chapter, found));
    Map<String, Long> stored = new HashMap<>();
    log.rooms()
        .forEach(
            (room, chapter) ->
                chapter.postings().forEach(it -> content(room, it, sayings, stored, found)));
  }

  private static void order(String room, StoredLog.Chapter chapter, List<Violation> found) {
    long seq = chapter.after();
    long id = 0;
    for (Posting it : chapter.postings()) {
      if (it.seq() != seq + 1) {
        found.add(
            new Violation(Kind.LOG_GAP, "in " + room + " seq " + seq + " is before " + it.seq()));
      }
      if (it.id() <= id) {
        found.add(
            new Violation(Kind.IDS_FALL, "in " + room + " id " + id + " is before " + it.id()));
      }
      seq = it.seq();
      id = it.id();
    }
  }

  private static void content(
      String room, Posting it, Sayings sayings, Map<String, Long> stored, List<Violation> found) {
    if (!it.said() || it.look().deleted() || !sayings.knows(it.fromId())) {
      return;
    }
    var saying = sayings.find(it.text()).orElse(null);
    if (saying == null) {
      found.add(new Violation(Kind.ALTERED, "stored, and never said: " + it));
    } else if (saying.fromId() != it.fromId() || !saying.room().equals(room)) {
      found.add(new Violation(Kind.ALTERED, saying + " is stored in " + room + " as " + it));
    } else {
      Long before = stored.put(saying.ref(), it.seq());
      if (before != null) {
        found.add(
            new Violation(
                Kind.STORED_TWICE,
                saying.ref() + " in " + room + " at seq " + before + " and " + it.seq()));
      }
    }
  }
}
