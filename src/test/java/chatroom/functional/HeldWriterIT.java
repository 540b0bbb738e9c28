package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thread that a peer held up is not missed, and not left over. */
final class HeldWriterIT {
  private static final int ENOUGH = 1_500;
  private static final int MIN_WRITERS = 2;
  private static final int LOOKS = 3;
  private static final String PADDING = "x".repeat(10_000);

  /** In memory, for the writer of a database would be counted, too. */
  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("queue-bytes", "65536", "log", "memory");

  private int looksInARow;
  private boolean held;

  @Test
  void aWriterThatAPeerHeldUpIsThereForOthersWhenThatPeerIsGone() {
    TestClient speaker = CHAT.join();
    TestClient reader = CHAT.join();
    CHAT.keep(RawSocket.openNarrow(CHAT.server().ws())).upgraded().greeted();
    reader.expect("join");
    speaker.expect("join");
    talkUntilOneLeaves(speaker, reader);
    speaker.expect("leave");

    // Payara never makes a writer wait for long: it queues, and is given no more than is read.
    assertTrue(held || ChatServer.onPayara(), "no writer was held up");
    Eventually.until("no writer is held up", () -> CHAT.server().sending().isEmpty());
    Eventually.until("there are no more writers than before", () -> writers() <= expected());
    speaker.say("on we go");
    assertEquals("on we go", reader.expect("message").getString("content"));
  }

  private void talkUntilOneLeaves(TestClient speaker, TestClient reader) {
    for (int i = 0; i < ENOUGH; i++) {
      speaker.say(i + PADDING);
      JsonObject next = reader.take();
      if (next.getString("type").equals("leave")) {
        next = reader.take();
        assertEquals(i + PADDING, next.getString("content"));
        return;
      }
      assertEquals(i + PADDING, next.getString("content"));
      looksInARow = CHAT.server().sending().isEmpty() ? 0 : looksInARow + 1;
      held |= looksInARow == LOOKS;
    }
    reader.expect("leave");
  }

  private static long writers() {
    return CHAT.server().threads().stream().filter(name -> name.endsWith("-writer")).count();
  }

  private static int expected() {
    return Math.max(MIN_WRITERS, Runtime.getRuntime().availableProcessors());
  }
}
