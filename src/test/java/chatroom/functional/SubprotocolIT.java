package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who offers only what the server does not speak is spoken to as plain. */
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

  /** Until chat.v1 is built it is one of them. */
  @Test
  void chatV1IsNotSelectedYet() {
    TestClient alice =
        CHAT.keep(TestClient.to(CHAT.server().ws()).subprotocols("chat.v1").connect());
    assertEquals("", alice.subprotocol());
    alice.greeted().send("ping");
    alice.await("pong");
  }

  @Test
  void theAnswerHasNoSubprotocolHeader() {
    String head = CHAT.socket().handshake("Sec-WebSocket-Protocol: soap, mqtt");
    assertFalse(head.toLowerCase(Locale.ROOT).contains("sec-websocket-protocol"), head);
  }
}
