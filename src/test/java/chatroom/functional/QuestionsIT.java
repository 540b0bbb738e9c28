package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question is answered to the one who asked. */
final class QuestionsIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried("history-size", "5");

  @Test
  void getUsersTellsWhoIsThereNow() {
    TestClient alice = CHAT.join("Alice");
    TestClient bob = CHAT.join("Bob");
    JsonObject users = alice.ask("get_users", "users");
    assertEquals(2, users.getInt("users_online"));
    assertEquals("general", users.getString("room"));
    assertEquals(
        List.of("Alice", "Bob"), list(users).stream().map(u -> u.getString("name")).toList());
    bob.leave();
    alice.expect("leave");
    assertEquals(1, alice.ask("get_users", "users", "room", "general").getInt("users_online"));
  }

  @Test
  void getStatsTellsHowManyAreOnlineAndSinceWhen() {
    TestClient alice = CHAT.join();
    CHAT.join();
    JsonObject stats = content(alice.ask("get_stats", "stats"));
    assertEquals(2, stats.getInt("users_online"));
    assertTrue(stats.getInt("uptime_seconds") >= 0);
    assertTrue(stats.getString("server_time").matches("[0-9]{4}-[0-9-]{5} [0-9:]{8}"));
  }

  @Test
  void pingIsAnsweredByPongWithItsRef() {
    TestClient alice = CHAT.join();
    assertEquals("p1", alice.ask("ping", "pong", "ref", "p1").getString("ref"));
    assertFalse(alice.ask("ping", "pong").containsKey("ref"));
  }

  @Test
  void nobodyElseHearsOfAQuestion() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.ask("get_users", "users");
    alice.ask("get_stats", "stats");
    alice.ask("get_history", "history");
    alice.ask("ping", "pong");
    bob.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get_users", "get_history"})
  void thereIsNoOtherRoomToAskAbout(String type) {
    TestClient alice = CHAT.join();
    alice.send(type, "room", "nowhere");
    alice.expectError("room_not_found");
  }

  @Test
  void theGreetingIsCutAtHistorySizeAndTheRestIsReadPageByPage() {
    TestClient alice = CHAT.join();
    long last = fill(alice, 23);
    TestClient bob = CHAT.connect();
    bob.expect("welcome");
    bob.expect("users");
    JsonObject history = bob.expect("history");
    assertEquals(last, history.getJsonNumber("last_seq").longValueExact());
    assertTrue(history.getBoolean("has_more"));
    List<Long> seen = new ArrayList<>(seqs(history));
    assertEquals(5, seen.size());
    while (seen.get(0) > last - 22) {
      JsonObject page = bob.ask("get_history", "history", "before_seq", seen.get(0), "limit", 10);
      assertTrue(seqs(page).size() <= 10);
      assertEquals(seen.get(0) - 1, seqs(page).get(seqs(page).size() - 1));
      seen.addAll(0, seqs(page));
    }
    assertEquals(unbroken(seen.get(0), last), seen);
  }

  @Test
  void theOldestPageHasNoMoreBeforeIt() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"));
        var alice = TestClient.join(server)) {
      JsonObject empty = alice.ask("get_history", "history");
      assertEquals(List.of(), list(empty));
      assertFalse(empty.getBoolean("has_more"));
      assertEquals(0, empty.getInt("last_seq"));
      fill(alice, 10);
      JsonObject all = alice.ask("get_history", "history", "limit", 10);
      assertEquals(unbroken(1, 10), seqs(all));
      assertFalse(all.getBoolean("has_more"));
      JsonObject some = alice.ask("get_history", "history", "limit", 9);
      assertEquals(unbroken(2, 10), seqs(some));
      assertTrue(some.getBoolean("has_more"));
      JsonObject first = alice.ask("get_history", "history", "before_seq", 2);
      assertEquals(List.of(1L), seqs(first));
      assertFalse(first.getBoolean("has_more"));
      JsonObject none = alice.ask("get_history", "history", "before_seq", 1);
      assertEquals(List.of(), seqs(none));
      assertFalse(none.getBoolean("has_more"));
    }
  }

  @Test
  void readingForwardEndsAtTheNewest() {
    TestClient alice = CHAT.join();
    long last = fill(alice, 10);
    JsonObject page = alice.ask("get_history", "history", "after_seq", last - 6, "limit", 4);
    assertEquals(unbroken(last - 5, last - 2), seqs(page));
    assertTrue(page.getBoolean("has_more"), "there is more after it");
    page = alice.ask("get_history", "history", "after_seq", last - 2);
    assertEquals(unbroken(last - 1, last), seqs(page));
    assertFalse(page.getBoolean("has_more"));
    page = alice.ask("get_history", "history", "after_seq", last + 1000);
    assertEquals(List.of(), seqs(page));
    assertFalse(page.getBoolean("has_more"));
  }

  @Test
  void aLimitOver200IsCutTo200() {
    TestClient alice = CHAT.join();
    long last = fill(alice, 210);
    JsonObject page = alice.ask("get_history", "history", "limit", 100_000);
    assertEquals(unbroken(last - 199, last), seqs(page));
    assertTrue(page.getBoolean("has_more"));
  }

  @Test
  void aPageIsCutAt256KiBWithoutLosingAnything() {
    TestClient alice = CHAT.join();
    String tenThousand = "x".repeat(10_000);
    JsonObject ack = null;
    for (int i = 0; i < 60; i++) {
      ack = alice.ask("message", "ack", "content", tenThousand, "ref", "big " + i);
    }
    long last = ack == null ? 0 : ack.getJsonNumber("seq").longValueExact();
    assertEquals(unbroken(last - 59, last), backward(alice, last + 1, last - 59));
    assertEquals(unbroken(last - 59, last), forward(alice, last - 60, last));
  }

  private static List<Long> backward(TestClient reader, long before, long oldest) {
    List<Long> seen = new ArrayList<>();
    long next = before;
    while (next > oldest) {
      reader.send("get_history", "before_seq", next, "limit", Math.min(200, next - oldest));
      seen.addAll(0, page(reader));
      next = seen.get(0);
    }
    return seen;
  }

  private static List<Long> forward(TestClient reader, long after, long newest) {
    List<Long> seen = new ArrayList<>();
    long next = after;
    while (next < newest) {
      reader.send("get_history", "after_seq", next);
      seen.addAll(page(reader));
      next = seen.get(seen.size() - 1);
    }
    return seen;
  }

  private static List<Long> page(TestClient reader) {
    String frame = reader.takeText();
    assertTrue(frame.length() <= 256 * 1024 + 11_000, "a page of " + frame.length());
    List<Long> seqs = seqs(TestClient.parse(frame));
    assertFalse(seqs.isEmpty(), frame);
    return seqs;
  }

  @ParameterizedTest
  @ValueSource(strings = {"before_seq", "after_seq", "limit"})
  void aNumberBeyondAllBoundsIsAnsweredAndNotReckonedWith(String field) {
    TestClient alice = CHAT.join();
    for (String number : List.of("1e1000000000", "7".repeat(2000), "-1e1000000000")) {
      alice.sendText("{\"type\":\"get_history\",\"" + field + "\":" + number + "}");
      String type = alice.take().getString("type");
      assertTrue(List.of("history", "error").contains(type), type);
    }
    alice.ask("ping", "pong");
  }

  private static long fill(TestClient speaker, int count) {
    for (int i = 0; i < count; i++) {
      speaker.say("number " + i);
    }
    speaker.send("get_history", "limit", 1);
    return speaker.await("history").getJsonNumber("last_seq").longValueExact();
  }

  private static List<Long> seqs(JsonObject history) {
    return list(history).stream().map(m -> m.getJsonNumber("seq").longValueExact()).toList();
  }

  private static List<Long> unbroken(long first, long last) {
    return IntStream.rangeClosed((int) first, (int) last).mapToObj(Long::valueOf).toList();
  }
}
