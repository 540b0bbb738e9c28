package chatroom.checker;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One user of the chat over all of its lines: what it knows, what it said and is not acknowledged,
 * and its record.
 *
 * <p>Thread safety: for its client's thread, but for {@link #id()}.
 */
final class Guest {
  private static final int REMEMBERED = 50;

  /** Who is spoken to may have left, and what is changed may have been deleted. */
  private static final Set<String> REFUSALS = Set.of("user_not_found", "message_not_found");

  private final Journal journal;
  private final Means means;
  private final Rooming rooms;
  private final Map<String, Saying> waiting = new LinkedHashMap<>();
  private final Set<String> sent = new HashSet<>();
  private final Map<String, Long> sentAt = new HashMap<>();
  private final List<Saying> acknowledged = new ArrayList<>();
  private final Recent own = new Recent();
  private final Recent shown = new Recent();
  private volatile long id;
  private @Nullable String token;
  private boolean greeted;
  private boolean reading = true;

  Guest(Journal journal, Means means) {
    this.journal = journal;
    this.means = means;
    this.rooms = new Rooming(journal, means);
  }

  /** The user id; 0 before the first welcome. */
  long id() {
    return id;
  }

  Journal journal() {
    return journal;
  }

  @Nullable String token() {
    return token;
  }

  /** Whether the server has said welcome on the present line. */
  boolean greeted() {
    return greeted;
  }

  /** The first thing to say on a new line. */
  JsonObject hello(boolean binary) {
    greeted = false;
    JsonObjectBuilder hello = Json.createObjectBuilder().add("type", "hello");
    if (binary) {
      hello.add("frames", "binary");
    }
    if (token == null) {
      journal.add(new Event.Hello(false, Map.of()));
    } else {
      hello.add("resume_token", token).add("rooms", rooms.claims());
      journal.add(new Event.Hello(true, rooms.claimed()));
    }
    return hello.build();
  }

  /** The line is gone. */
  void lineLost() {
    greeted = false;
    rooms.lineLost();
  }

  /** Whether the client reads; if not, how long an ack takes is not the server's doing. */
  void reads(boolean reading) {
    this.reading = reading;
    sentAt.clear();
  }

  /** How much is not acknowledged. */
  int waiting() {
    return waiting.size();
  }

  /** What a settled guest is not yet: for people; empty if all is well. */
  String unsettled() {
    String missing = greeted ? rooms.missing() : "not greeted";
    return waiting.isEmpty() ? missing : missing + " no ack for " + waiting.keySet();
  }

  /** Up to where a room is seen. */
  long seenOf(String own) {
    return rooms.seenOf(own);
  }

  /** Says these, now or when there is a line. */
  void say(List<Saying> sayings) {
    sayings.forEach(it -> waiting.put(it.ref(), it));
    if (greeted) {
      send(sayings);
    }
  }

  /** A message of its own to change, chosen by a number from 0. */
  Optional<Told> own(int number) {
    return own.choose(number);
  }

  /** A message that it was shown, chosen by a number from 0. */
  Optional<Told> shown(int number) {
    return shown.choose(number);
  }

  /** Says again what was acknowledged before, if there is something. */
  void repeat() {
    if (greeted && !acknowledged.isEmpty()) {
      send(List.of(acknowledged.remove(0)));
    }
  }

  private void send(List<Saying> sayings) {
    List<JsonObject> frames = new ArrayList<>();
    for (Saying it : sayings) {
      journal.add(new Event.Sent(it.ref(), it.room(), it.text(), !sent.add(it.ref())));
      if (reading) {
        sentAt.put(it.ref(), System.nanoTime());
      }
      frames.add(it.frame());
    }
    means.say(frames);
  }

  /** What the server said. */
  void heard(JsonObject it) {
    switch (it.getString("type")) {
      case "welcome" -> welcomed(TestClient.content(it));
      case "ack" -> acknowledged(it);
      case "error" -> refused(TestClient.content(it));
      case "going_away" -> means.comeBackAfter(TestClient.content(it).getInt("retry_after_ms"));
      case "history" -> rooms.history(it);
      default -> {
        if (it.containsKey("seq")) {
          rooms.event(it);
          if (Postings.of(it).said()) {
            shown.add(new Told(Postings.of(it).id(), Rooms.shared(id, it.getString("room"))));
          }
        }
      }
    }
  }

  private void welcomed(JsonObject welcome) {
    id = welcome.getJsonNumber("user_id").longValueExact();
    token = welcome.getString("resume_token");
    greeted = true;
    boolean resumed = welcome.getBoolean("resumed");
    rooms.begins(id, resumed);
    journal.add(new Event.Welcomed(id, resumed));
    means.limit(Limits.messagesPerSecond(welcome));
    // A frame holds 65,536 bytes; a few of the largest texts are far from that.
    List<Saying> all = List.copyOf(waiting.values());
    for (int i = 0; i < all.size(); i += 5) {
      send(all.subList(i, Math.min(i + 5, all.size())));
    }
  }

  private void acknowledged(JsonObject ack) {
    String ref = ack.getString("ref");
    Long begin = sentAt.remove(ref);
    long nanos = begin == null ? -1 : System.nanoTime() - begin;
    long seq = ack.getJsonNumber("seq").longValueExact();
    journal.add(new Event.Acked(ref, ack.getJsonNumber("id").longValueExact(), seq, nanos));
    Saying said = waiting.remove(ref);
    if (said != null) {
      rooms.known(Rooms.own(id, said.room()), seq);
      acknowledged.add(said);
      if (said.isSaid()) {
        own.add(new Told(ack.getJsonNumber("id").longValueExact(), said.room()));
      }
      if (acknowledged.size() > REMEMBERED) {
        acknowledged.remove(0);
      }
    }
  }

  private void refused(JsonObject error) {
    String code = error.getString("code");
    String ref = error.getString("ref", "");
    if (code.equals("unavailable") || code.equals("rate_limited")) {
      long millis = error.containsKey("retry_after_ms") ? error.getInt("retry_after_ms") : 1_000;
      means.later(millis, () -> again(ref));
    } else if (REFUSALS.contains(code) && waiting.remove(ref) != null) {
      journal.add(new Event.Refused(ref, code));
    } else if (!REFUSALS.contains(code)) {
      journal.add(new Event.Trouble("was told " + error));
    }
  }

  private void again(String ref) {
    Saying refused = waiting.get(ref);
    if (greeted && refused != null) {
      send(List.of(refused));
    } else if (greeted) {
      rooms.askAgain();
    }
  }
}
