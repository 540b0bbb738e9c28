package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What gathers while a client reads nothing comes as few messages to chat.v1, and in order. */
final class GatheringIT {
  private static final int BIG = 10_000;
  private static final int MESSAGES = 200;

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  /** Reads nothing while more than any socket holds is sent to it, and then a talk. */
  private static int messagesOfATalk(TestClient reader) {
    TestClient speaker = CHAT.join();
    for (int i = 0; i < 30; i++) {
      speaker.say("x".repeat(BIG));
      reader.expect("message");
    }
    reader.stopReading();
    for (int i = 0; i < 40; i++) {
      reader.send("get_history", "limit", 25);
    }
    reader.send("message", "content", "asked");
    speaker.await("message");
    for (int i = 0; i < MESSAGES; i++) {
      speaker.say("number " + i);
    }
    speaker.expectNothing();
    int before = reader.messages();
    reader.resumeReading();
    for (int i = 0; i < MESSAGES; i++) {
      String next = "number " + i;
      JsonObject told = reader.await("message");
      assertEquals(next, told.getString("content"));
    }
    return reader.messages() - before;
  }

  @Test
  void aTalkIsReadInFewMessagesByChatV1() {
    TestClient reader = CHAT.silent();
    reader.send("hello");
    reader.greeted();
    int messages = messagesOfATalk(reader);
    assertTrue(messages < MESSAGES, "read in " + messages);
  }

  @Test
  void aPlainClientReadsEveryFrameAsAMessage() {
    int messages = messagesOfATalk(CHAT.join());
    assertTrue(messages >= MESSAGES, "read in " + messages);
  }
}
