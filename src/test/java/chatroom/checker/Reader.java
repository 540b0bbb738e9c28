package chatroom.checker;

import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads what the server has stored, page by page, as a client may.
 *
 * <p>Thread safety: for one thread.
 */
final class Reader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_TRIES_NANOS = Duration.ofMillis(100).toNanos();
  private static final int PAGE = 200;

  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private final Line line;

  private Reader(URI address) {
    line = connect(address);
  }

  /** Reads as somebody new. */
  static Reader asNobody(URI address) {
    return new Reader(address).greeted(Json.createObjectBuilder().add("type", "hello").build());
  }

  /** Reads as the user of this token, who is in no room meanwhile. */
  static Reader as(URI address, String token) {
    return new Reader(address)
        .greeted(
            Json.createObjectBuilder()
                .add("type", "hello")
                .add("resume_token", token)
                .add("rooms", Json.createObjectBuilder())
                .build());
  }

  private Line connect(URI address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return Line.open(address, false, new Ear());
      } catch (UncheckedIOException noServer) {
        if (System.nanoTime() > end) {
          throw noServer;
        }
        LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
      }
    }
  }

  private Reader greeted(JsonObject hello) {
    line.say(List.of(hello));
    await("welcome");
    if (!hello.containsKey("rooms")) {
      await("history");
    }
    return this;
  }

  private JsonObject await(String type) {
    while (true) {
      JsonObject next = take();
      if (next.getString("type").equals(type)) {
        return next;
      }
    }
  }

  private JsonObject take() {
    try {
      JsonObject next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (next == null) {
        throw new IllegalStateException("The server says nothing more to the reader");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The last {@code seq} of the room where everyone begins. */
  long lastSeq() {
    return answer(TestClient.frame("get_history", "room", Rooms.GENERAL, "limit", 1))
        .getJsonNumber("last_seq")
        .longValueExact();
  }

  /** All that is stored in a room, by the reader's own name for it, after a {@code seq}. */
  StoredLog.Chapter read(String own, long after) {
    List<Posting> postings = new ArrayList<>();
    long last = after;
    boolean more = true;
    while (more) {
      JsonObject page =
          answer(TestClient.frame("get_history", "room", own, "after_seq", last, "limit", PAGE));
      List<JsonObject> content = TestClient.list(page);
      content.forEach(it -> postings.add(Postings.of(it)));
      more = page.getBoolean("has_more") && !content.isEmpty();
      last = postings.isEmpty() ? after : postings.get(postings.size() - 1).seq();
    }
    return new StoredLog.Chapter(after, List.copyOf(postings));
  }

  /**
   * How every message of a room looks now, by the reader's own name for it, after a {@code seq}.
   */
  Map<Long, Look> looks(String own, long after) {
    Map<Long, Look> looks = new HashMap<>();
    long first = Long.MAX_VALUE >> 8;
    boolean more = true;
    while (more) {
      JsonObject page =
          answer(TestClient.frame("get_history", "room", own, "before_seq", first, "limit", PAGE));
      List<Posting> postings = TestClient.list(page).stream().map(Postings::of).toList();
      postings.stream().filter(it -> it.seq() > after).forEach(it -> looks.put(it.id(), it.look()));
      first = postings.isEmpty() ? after : postings.get(0).seq();
      more = page.getBoolean("has_more") && first > after;
    }
    return looks;
  }

  private JsonObject answer(JsonObject question) {
    String own = question.getString("room");
    line.say(List.of(question));
    while (true) {
      JsonObject next = take();
      if (next.getString("type").equals("history") && next.getString("room").equals(own)) {
        return next;
      } else if (next.getString("type").equals("error")) {
        JsonObject error = TestClient.content(next);
        if (!error.containsKey("retry_after_ms")) {
          throw new IllegalStateException("The server refuses to show " + own + ": " + error);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(error.getInt("retry_after_ms")));
        line.say(List.of(question));
      }
    }
  }

  @Override
  public void close() {
    line.leave();
  }

  /** Puts what was said where it can be waited for. */
  private final class Ear implements Line.Ear {
    @Override
    public void heard(String object) {
      heard.add(TestClient.parse(object));
    }

    @Override
    public void ended(int code) {
      // Whoever waits for more is told by the patience that there is none.
    }
  }
}
