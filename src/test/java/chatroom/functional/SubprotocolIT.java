package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who offers {@code chat.v1} gets it; who offers only others is spoken to as plain. */
final class SubprotocolIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  @Test
  void noneIsSelectedOfThoseItDoesNotKnow() {
    TestClient alice =
        CHAT.keep(TestClient.to(CHAT.server().ws()).subprotocols("soap", "mqtt").connect());
    assertEquals("", alice.subprotocol());
    alice.greeted().send("ping");
    alice.await("pong");
  }

  @Test
  void chatV1IsSelectedWhereverItStandsAmongTheOffered() {
    for (String[] offered :
        new String[][] {
          {"chat.v1"}, {"chat.v1", "soap"}, {"soap", "chat.v1"}, {"x", "chat.v1", "y"}
        }) {
      TestClient alice =
          CHAT.keep(TestClient.to(CHAT.server().ws()).subprotocols(offered).connect());
      assertEquals("chat.v1", alice.subprotocol());
    }
  }

  @Test
  void chatV1IsFoundInASecondHeaderToo() {
    TestClient alice =
        CHAT.keep(
            TestClient.to(CHAT.server().ws())
                .subprotocols("soap")
                .subprotocols("chat.v1")
                .connect());
    assertEquals("chat.v1", alice.subprotocol());
  }

  @Test
  void whatOnlyLooksLikeChatV1IsNotSelected() {
    TestClient alice =
        CHAT.keep(
            TestClient.to(CHAT.server().ws())
                .subprotocols("Chat.V1", "chat.v10", "chat")
                .connect());
    assertEquals("", alice.subprotocol());
    alice.greeted();
  }

  @Test
  void theEchoSelectsNone() {
    TestClient echo =
        CHAT.keep(TestClient.to(CHAT.server().echo()).subprotocols("chat.v1").connect());
    assertEquals("", echo.subprotocol());
    echo.sendText("two\nlines");
    assertEquals("Echo: two\nlines", echo.takeText());
  }

  @Test
  void theAnswerHasNoSubprotocolHeader() {
    String head = CHAT.socket().handshake("Sec-WebSocket-Protocol: soap, mqtt");
    assertFalse(head.toLowerCase(Locale.ROOT).contains("sec-websocket-protocol"), head);
  }
}
