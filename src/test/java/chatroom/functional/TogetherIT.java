package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told within the gathering time leaves together, as whole frames for everybody. */
final class TogetherIT {
  private static final List<String> SAID =
      IntStream.range(0, 20).mapToObj(i -> i + " grüßt 😀 " + "ü".repeat(i * 20)).toList();

  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("gathering-millis", "1000");

  /** One thing that leaves at once, and twenty that gather after it. */
  private static void talk(TestClient speaker) {
    speaker.say("first");
    speaker.ask("ping", "pong");
    speaker.sendText(
        SAID.stream()
            .map(text -> TestClient.frame("message", "content", text).toString())
            .collect(Collectors.joining("\n")));
  }

  private static TestClient speaker() {
    TestClient speaker = CHAT.silent().hello();
    speaker.expect("users");
    speaker.expect("history");
    return speaker;
  }

  @Test
  void aPlainClientGetsOneObjectAFrame() throws IOException {
    TestClient speaker = speaker();
    RawSocket plain = CHAT.socket().upgraded().greeted();
    speaker.expect("join");
    talk(speaker);

    assertEquals("first", plain.take().getString("content"));
    for (String text : SAID) {
      RawSocket.Frame frame = plain.next();
      String object = new String(frame.payload(), StandardCharsets.UTF_8);
      assertTrue(frame.last());
      assertEquals(RawSocket.TEXT, frame.opcode());
      assertEquals(-1, object.indexOf('\n'));
      assertEquals(text, TestClient.parse(object).getString("content"));
    }
  }

  @Test
  void aClientOfChatV1GetsThemInOneMessage() {
    TestClient reader = CHAT.silent().hello();
    reader.expect("users");
    reader.expect("history");
    TestClient speaker = speaker();
    reader.expect("join");
    talk(speaker);

    assertEquals("first", reader.expect("message").getString("content"));
    int before = reader.messages();
    SAID.forEach(text -> assertEquals(text, reader.expect("message").getString("content")));
    assertTrue(reader.messages() - before <= 1, "in one");
  }
}
