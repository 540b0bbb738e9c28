package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reader that never reads harms only itself. */
final class SlowReaderIT {
  private static final int SLOW_CONSUMER = 4008;
  private static final int BIG = 10_000;
  private static final int ENOUGH = 1500;
  private static final long MEBIBYTE = 1 << 20;

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried("queue-bytes", "65536");

  @Test
  void whoNeverReadsIsPrunedOnceAndTheOthersGetEverythingInTime() {
    TestClient speaker = CHAT.join();
    TestClient reader = CHAT.join();
    RawSocket stuck = CHAT.keep(RawSocket.openNarrow(CHAT.server().ws())).upgraded().greeted();
    long stuckId = joined(reader);
    speaker.expect("join");
    var talk = new Talk(speaker, reader);
    talk.go(ENOUGH);
    assertEquals(List.of(stuckId), talk.left, "leave told exactly once");
    assertTrue(talk.slowest.compareTo(Duration.ofSeconds(2)) < 0, "slowest " + talk.slowest);
    int code = stuck.closeCode();
    assertTrue(code == SLOW_CONSUMER || code == TestClient.BROKEN, "closed with " + code);
    assertEquals(2, speaker.ask("get_users", "users").getInt("users_online"));
  }

  @Test
  void twentyWhoNeverReadCostTheServerNoMoreThanTheirQueues() {
    TestClient speaker = CHAT.join();
    TestClient reader = CHAT.join();
    List<Long> stuck = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      CHAT.keep(RawSocket.openNarrow(CHAT.server().ws())).upgraded().greeted();
      stuck.add(joined(reader));
      speaker.expect("join");
    }
    long before = CHAT.server().heap();
    var talk = new Talk(speaker, reader);
    talk.go(ENOUGH);
    assertEquals(stuck, talk.left.stream().sorted().toList(), "leave told once of each");
    long grown = CHAT.server().heap() - before;
    assertTrue(grown < 96 * MEBIBYTE, "grown by " + grown / MEBIBYTE + " MiB, not by 300");
    assertTrue(talk.slowest.compareTo(Duration.ofSeconds(2)) < 0, "slowest " + talk.slowest);
  }

  @Test
  void whoOnlyPausesMissesNothing() {
    TestClient speaker = CHAT.join();
    TestClient reader = CHAT.join();
    reader.stopReading();
    for (int i = 0; i < 100; i++) {
      speaker.send("message", "content", "number " + i, "ref", "r" + i);
      speaker.expect("ack");
    }
    reader.resumeReading();
    for (int i = 0; i < 100; i++) {
      assertEquals("number " + i, reader.expect("message").getString("content"));
    }
  }

  @Test
  void aLongAnswerNeverCountsAgainstTheQueue() {
    TestClient alice = CHAT.join();
    String big = "x".repeat(BIG);
    for (int i = 0; i < 30; i++) {
      alice.ask("message", "ack", "content", big, "ref", "big " + i);
    }
    for (int i = 0; i < 20; i++) {
      alice.send("get_history", "limit", 25);
    }
    for (int i = 0; i < 20; i++) {
      assertEquals(25, TestClient.list(alice.expect("history")).size());
    }
    alice.ask("ping", "pong");
  }

  @Test
  void whoAsksForMuchAndNeverReadsIsPrunedToo() {
    TestClient witness = CHAT.join();
    String big = "x".repeat(BIG);
    for (int i = 0; i < 30; i++) {
      witness.ask("message", "ack", "content", big, "ref", "big " + i);
    }
    long before = CHAT.server().heap();
    RawSocket greedy = CHAT.keep(RawSocket.openNarrow(CHAT.server().ws())).upgraded();
    long greedyId = joined(witness);
    for (int i = 0; i < 500; i++) {
      greedy.sendAsFarAsTaken(
          RawSocket.TEXT, TestClient.frame("get_history").toString().getBytes(UTF_8));
    }
    long grown = CHAT.server().heap() - before;
    assertTrue(grown < 64 * MEBIBYTE, "grown by " + grown / MEBIBYTE + " MiB, not by 125");
    greedy.reset();
    assertEquals(greedyId, userId(witness.expect("leave")));
    witness.expectNothing();
  }

  private static long joined(TestClient witness) {
    return userId(witness.expect("join"));
  }

  private static long userId(JsonObject told) {
    return content(told).getJsonNumber("user_id").longValueExact();
  }

  /** Says one thing after the other, each when the last one has been read, until all was said. */
  private static final class Talk {
    private final TestClient speaker;
    private final TestClient reader;
    private final List<Long> left = new ArrayList<>();
    private Duration slowest = Duration.ZERO;

    Talk(TestClient speaker, TestClient reader) {
      this.speaker = speaker;
      this.reader = reader;
    }

    void go(int times) {
      String padding = "x".repeat(BIG);
      for (int i = 0; i < times; i++) {
        long start = System.nanoTime();
        speaker.say(i + padding);
        JsonObject next = reader.take();
        while (next.getString("type").equals("leave")) {
          left.add(userId(next));
          next = reader.take();
        }
        assertEquals(i + padding, next.getString("content"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }
      reader.untilNow().forEach(last -> left.add(userId(last)));
      speaker.untilNow();
    }
  }
}
