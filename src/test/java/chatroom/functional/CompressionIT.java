package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RawSocket;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compression costs memory for every client, so it is the operator's choice. */
final class CompressionIT {
  private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";

  private static String answer(RawSocket socket) {
    String head = socket.handshake(OFFER + "; client_max_window_bits").toLowerCase(Locale.ROOT);
    assertTrue(head.startsWith("http/1.1 101"), head);
    return head;
  }

  @Test
  void itIsNotNegotiatedByDefault() {
    try (var server = ChatServer.start();
        var chat = RawSocket.open(server.ws());
        var echo = RawSocket.open(server.echo())) {
      assertFalse(answer(chat).contains("permessage-deflate"));
      assertFalse(answer(echo).contains("permessage-deflate"));
      chat.greeted();
    }
  }

  @Test
  void itIsNegotiatedWhenItIsOnAndTheContainerHasIt() {
    try (var server = ChatServer.start(Map.of("compression", "true"));
        var chat = RawSocket.open(server.ws())) {
      // Payara installs no extension, so there is none to negotiate, and none is missed.
      assertEquals(!ChatServer.onPayara(), answer(chat).contains("permessage-deflate"));
      assertEquals("welcome", chat.take().getString("type"));
    }
  }
}
