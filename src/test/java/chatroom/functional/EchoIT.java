package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ChatServer;
import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first step of the tutorial: a text comes back with {@code Echo: } before it. */
final class EchoIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private static TestClient echo() {
    return CHAT.keep(TestClient.to(CHAT.server().echo()).connect());
  }

  private static void assertEchoes(TestClient echo, String text) {
    echo.sendText(text);
    assertEquals("Echo: " + text, echo.takeText());
  }

  @Test
  void aTextComesBack() {
    TestClient echo = echo();
    assertEchoes(echo, "hello");
    assertEchoes(echo, "汉 😀 <b>\"\\");
    assertEchoes(echo, "{\"type\":\"ping\"}");
    assertEchoes(echo, "");
  }

  @Test
  void manyTextsComeBackInTheirOrder() {
    TestClient echo = echo();
    for (int i = 0; i < 500; i++) {
      echo.sendText("number " + i);
    }
    for (int i = 0; i < 500; i++) {
      assertEquals("Echo: number " + i, echo.takeText());
    }
  }

  @Test
  void fragmentsComeBackAsOneText() {
    TestClient echo = echo();
    echo.sendFragments("in ", "", "pieces");
    assertEquals("Echo: in pieces", echo.takeText());
  }

  @Test
  void theChatKnowsNothingOfIt() {
    TestClient witness = CHAT.join();
    assertEchoes(echo(), "{\"type\":\"message\",\"content\":\"x\"}");
    witness.expectNothing();
    assertEquals(1, witness.ask("get_users", "users").getInt("users_online"));
  }

  @Test
  void theBoundsAreTheChatsOwn() {
    TestClient echo = echo();
    assertEchoes(echo, "x".repeat(10_240));
    echo.sendText("x".repeat(10_241));
    assertEquals("message_too_large", content(echo.expect("error")).getString("code"));
    echo.sendText("汉".repeat(3414));
    assertEquals("message_too_large", content(echo.expect("error")).getString("code"));
    echo.sendText("x".repeat(65_536));
    assertEquals("message_too_large", content(echo.expect("error")).getString("code"));
    assertEchoes(echo, "still here");
  }

  @Test
  void aFrameOverTheHardBoundClosesWith1009() {
    RawSocket echo = CHAT.keep(RawSocket.open(CHAT.server().echo())).upgraded();
    echo.sendAsFarAsTaken(RawSocket.TEXT, "x".repeat(65_537).getBytes(UTF_8));
    assertEquals(1009, echo.closeCode());
  }

  @Test
  void whatIsNotUtf8ClosesWith1007() {
    RawSocket echo = CHAT.keep(RawSocket.open(CHAT.server().echo())).upgraded();
    echo.send(RawSocket.TEXT, true, new byte[] {(byte) 0xFF});
    assertEquals(1007, echo.closeCode());
  }

  @Test
  void aBinaryFrameIsUnsupported() {
    TestClient echo = echo();
    echo.sendBinary(new byte[] {1, 2, 3});
    assertEquals("unsupported", content(echo.expect("error")).getString("code"));
    assertEchoes(echo, "still here");
  }

  @Test
  void echoingHasTheRateOfAQuestion() {
    try (var server = ChatServer.start(Map.of());
        var echo = TestClient.to(server.echo()).connect()) {
      for (int i = 0; i < 20; i++) {
        assertEchoes(echo, "slowly " + i);
      }
    }
  }
}
