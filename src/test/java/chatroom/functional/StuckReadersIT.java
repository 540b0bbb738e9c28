package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten of fifty stop reading for good. */
final class StuckReadersIT {
  private static final int READERS = 40;
  private static final int STUCK = 9;
  private static final int SLOW_CONSUMER = 4008;

  /** As many as are replayed to who comes back. */
  private static final int MOST = 900;

  private static final String PADDING = "x".repeat(10_000);

  @RegisterExtension
  static final RunningChat CHAT =
      RunningChat.unhurried("queue-bytes", "65536", "resume-window-seconds", "60");

  private final List<TestClient> readers = new ArrayList<>();
  private final List<RawSocket> stuck = new ArrayList<>();
  private final Set<Long> stuckIds = new TreeSet<>();
  private final Set<Long> left = new TreeSet<>();

  @Test
  void theOthersHearAllInOrderTheTenArePrunedAndOneComesBackToAllThatItMissed() {
    TestClient speaker = CHAT.join();
    for (int i = 0; i < READERS; i++) {
      readers.add(CHAT.connect().greeted());
    }
    TestClient v1 =
        CHAT.keep(
            TestClient.to(CHAT.server().ws()).subprotocols("chat.v1").narrow().connect().hello());
    v1.expect("users");
    long seen = v1.expect("history").getJsonNumber("last_seq").longValueExact();
    v1.stopReading();
    for (int i = 0; i < STUCK; i++) {
      RawSocket socket = CHAT.keep(RawSocket.openNarrow(CHAT.server().ws())).upgraded();
      stuckIds.add(content(socket.take()).getJsonNumber("user_id").longValueExact());
      stuck.add(socket);
    }
    int said = talkUntilAllStuckAreGone(speaker, " (" + v1.id() + ") is held: ");

    assertEquals(stuckIds, left);
    for (RawSocket socket : stuck) {
      int code = socket.closeCode();
      assertTrue(code == SLOW_CONSUMER || code == TestClient.BROKEN, "closed with " + code);
    }
    assertComesBackToAll(v1, seen, said);
  }

  private int talkUntilAllStuckAreGone(TestClient speaker, String isHeld) {
    for (int i = 0; i < MOST; i++) {
      speaker.say(i + PADDING);
      for (TestClient reader : readers) {
        assertEquals(i + PADDING, nextMessage(reader).getString("content"));
      }
      if (left.size() == STUCK && isLogged(isHeld)) {
        return i + 1;
      }
    }
    Eventually.until("it is held", () -> isLogged(isHeld));
    readers.get(0).untilNow().stream().forEach(this::noteLeave);
    return MOST;
  }

  private JsonObject nextMessage(TestClient reader) {
    JsonObject next = reader.take();
    while (!next.getString("type").equals("message")) {
      noteLeave(next);
      next = reader.take();
    }
    return next;
  }

  private void noteLeave(JsonObject told) {
    if (told.getString("type").equals("leave")) {
      left.add(content(told).getJsonNumber("user_id").longValueExact());
    }
  }

  private static boolean isLogged(String what) {
    return CHAT.server().log().stream().anyMatch(line -> line.contains(what));
  }

  private static void assertComesBackToAll(TestClient lost, long seen, int said) {
    TestClient back =
        CHAT.silent()
            .hello(
                "resume_token",
                lost.token(),
                "rooms",
                Json.createObjectBuilder().add("general", seen).build());
    assertEquals(lost.id(), back.id());
    back.expect("users");
    for (int i = 0; i < said; i++) {
      JsonObject missed = back.expect("message");
      assertEquals(seen + 1 + i, missed.getJsonNumber("seq").longValueExact());
      assertEquals(i + PADDING, missed.getString("content"));
    }
    back.expectNothing();
  }
}
