package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is gone without a word is found out, and its leave is told once. */
final class VanishedPeerIT {
  /** A ping a second: a dead peer is pruned 1.8 s after its last sign of life. */
  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("ping-interval-seconds", "1");

  private static RawSocket silent(TestClient witness) {
    RawSocket silent = CHAT.socket().upgraded().greeted();
    witness.expect("join");
    return silent;
  }

  private static void assertLeftOnce(TestClient witness) {
    JsonObject leave = witness.expect("leave");
    assertEquals("System", leave.getString("from_name"));
    assertEquals(1, content(leave).getInt("users_online"));
    witness.expectNothing();
  }

  @Test
  void aFrozenPeerIsPrunedWithinFourSeconds() {
    TestClient witness = CHAT.join();
    long start = System.nanoTime();
    RawSocket frozen = silent(witness);
    assertLeftOnce(witness);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(Duration.ofSeconds(4)) < 0, "took " + took);
    assertTrue(took.compareTo(Duration.ofMillis(1500)) > 0, "took " + took);
    assertTrue(frozen.closeCode() != 1000, "not as if it had said goodbye");
  }

  @Test
  void aPeerWhoseConnectionBreaksLeavesAtOnce() {
    TestClient witness = CHAT.join();
    silent(witness).reset();
    assertLeftOnce(witness);
  }

  @Test
  void aPeerWhoseTcpEndsWithoutACloseFrameLeaves() {
    TestClient witness = CHAT.join();
    silent(witness).close();
    assertLeftOnce(witness);
  }

  @Test
  void aPeerThatBreaksWhileItIsSpokenToLeavesOnce() {
    TestClient witness = CHAT.join();
    RawSocket gone = silent(witness);
    for (int i = 0; i < 50; i++) {
      witness.say("before " + i);
    }
    gone.reset();
    for (int i = 0; i < 50; i++) {
      witness.say("after " + i);
    }
    assertLeftOnce(witness);
  }

  @Test
  void oneThatOnlyAnswersPingsStays() {
    TestClient witness = CHAT.join();
    TestClient idle = CHAT.join();
    int seen = idle.pings();
    Eventually.until("five pings", () -> idle.pings() >= seen + 5);
    witness.expectNothing();
    idle.ask("ping", "pong");
  }

  @Test
  void oneThatAnswersNoPingsButSpeaksStays() {
    TestClient witness = CHAT.join();
    RawSocket talker = silent(witness);
    int seen = witness.pings();
    while (witness.pings() < seen + 4) {
      talker.send("{\"type\":\"ping\"}");
      assertEquals("pong", talker.take().getString("type"));
    }
    witness.expectNothing();
  }

  @Test
  void halfAMessageIsNoSignOfLifeForEver() {
    TestClient witness = CHAT.join();
    RawSocket stuck = silent(witness);
    stuck.send(RawSocket.TEXT, false, new byte[] {'{'});
    assertLeftOnce(witness);
  }
}
