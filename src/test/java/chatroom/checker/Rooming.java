package chatroom.checker;

import chatroom.checker.Event.Way;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rooms of one guest, under the guest's own names for them: how far each is seen, and how a
 * hole is mended.
 *
 * <p>Thread safety: for the guest's thread.
 */
final class Rooming {
  /** An own message is known by its ack, which may come after what follows it. */
  private static final int PATIENCE_MILLIS = 1_000;

  private static final int PAGE = 200;

  private final Journal journal;
  private final Means means;
  private final Map<String, RoomView> views = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Set<String> suspected = new HashSet<>();
  private boolean resumed;
  private long self;

  Rooming(Journal journal, Means means) {
    this.journal = journal;
    this.means = means;
  }

  private RoomView view(String own) {
    return views.computeIfAbsent(own, any -> new RoomView());
  }

  /** A line begins. */
  void begins(long self, boolean resumed) {
    this.self = self;
    this.resumed = resumed;
  }

  void lineLost() {
    asked.clear();
  }

  /** Room to the last {@code seq} seen, for a hello. */
  JsonObject claims() {
    JsonObjectBuilder claims = Json.createObjectBuilder().add(Rooms.GENERAL, 0);
    views.forEach((own, view) -> claims.add(own, view.last()));
    return claims.build();
  }

  /** The same for the record. */
  Map<String, Long> claimed() {
    Map<String, Long> claimed = new HashMap<>();
    claimed.put(Rooms.GENERAL, 0L);
    views.forEach((own, view) -> claimed.put(Rooms.shared(self, own), view.last()));
    return claimed;
  }

  long seenOf(String own) {
    return view(own).last();
  }

  /** Which rooms have holes; empty if none. */
  String missing() {
    List<String> holes = new ArrayList<>();
    views.forEach(
        (own, view) -> {
          if (view.hasHole()) {
            holes.add("a hole in " + own + " after " + view.last());
          }
        });
    return holes.isEmpty() ? "" : holes.toString();
  }

  /** A stored event is known by its ack. */
  void known(String own, long seq) {
    view(own).seen(seq);
    suspect(own);
  }

  /** A stored event came unasked. */
  void event(JsonObject it) {
    String own = it.getString("room");
    saw(own, it, Way.EVENT);
    suspect(own);
  }

  private void saw(String own, JsonObject it, Way way) {
    Posting posting = Postings.of(it);
    journal.add(new Event.Saw(Rooms.shared(self, own), posting, way));
    view(own).seen(posting.seq());
  }

  /** A history came: an answer, a greeting, or a reset. */
  void history(JsonObject it) {
    String own = it.getString("room");
    List<JsonObject> content = TestClient.list(it);
    if (asked.remove(own)) {
      content.forEach(each -> saw(own, each, Way.PAGE));
      if (it.getBoolean("has_more") && !content.isEmpty()) {
        ask(own);
      } else {
        suspect(own);
      }
      return;
    }
    boolean reset = it.getBoolean("reset", false);
    long lastSeq = it.getJsonNumber("last_seq").longValueExact();
    if (resumed && !reset && view(own).last() > 0) {
      journal.add(new Event.Trouble("was given a history of " + own + " after a resume"));
    }
    long before = content.isEmpty() ? lastSeq : Postings.of(content.get(0)).seq() - 1;
    journal.add(new Event.Snapshot(Rooms.shared(self, own), before, lastSeq, reset));
    view(own).standsAt(lastSeq);
    content.forEach(each -> saw(own, each, Way.SNAPSHOT));
    suspect(own);
  }

  private void suspect(String own) {
    if (view(own).hasHole() && suspected.add(own)) {
      means.later(PATIENCE_MILLIS, () -> mend(own));
    }
  }

  private void mend(String own) {
    suspected.remove(own);
    RoomView view = view(own);
    if (view.hasHole() && !asked.contains(own)) {
      journal.add(new Event.Repair(Rooms.shared(self, own), view.last(), view.afterHole()));
      ask(own);
    }
  }

  /** A question may have been refused. */
  void askAgain() {
    List.copyOf(asked).forEach(this::ask);
  }

  private void ask(String own) {
    asked.add(own);
    means.say(
        List.of(
            TestClient.frame(
                "get_history", "room", own, "after_seq", view(own).last(), "limit", PAGE)));
  }
}
