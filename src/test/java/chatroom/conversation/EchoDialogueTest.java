package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Disconnect;
import chatroom.testing.RecordingTransport;
import org.junit.jupiter.api.Test;

class EchoDialogueTest {
  private final Hall hall = new Hall();
  private final RecordingTransport transport = new RecordingTransport();
  private final Dialogue echo = new EchoDialogue(hall.chat, hall.node.client(transport));

  private String last() {
    return transport.texts().get(transport.texts().size() - 1);
  }

  @Test
  void itWaitsForTheClientToSpeak() {
    assertEquals(0, transport.texts().size());
  }

  @Test
  void everyTextIsRepeatedAsItIs() {
    echo.text("hello");
    assertEquals("Echo: hello", last());
    echo.text("");
    assertEquals("Echo: ", last());
    echo.text("{\"type\":\"ping\"}\n👍");
    assertEquals("Echo: {\"type\":\"ping\"}\n👍", last());
  }

  @Test
  void whatIsTooLargeOrBinaryIsRefused() {
    echo.tooLarge();
    assertTrue(last().contains("message_too_large"), last());
    echo.binary();
    assertTrue(last().contains("unsupported"), last());
  }

  @Test
  void itRepeatsAsOftenAsAnybodyMaySaySomething() {
    for (int i = 0; i < 4 * Hall.ACTS_PER_SECOND; i++) {
      echo.text("hello");
      assertEquals("Echo: hello", last());
    }
    echo.text("too much");

    assertTrue(last().contains("rate_limited"), last());
  }

  @Test
  void nobodyInTheChatHearsOfIt() {
    Hall.Guest ann = hall.settled();
    echo.text("hello");
    hall.node.registry.all().forEach(it -> hall.node.reception.dismiss(it, Disconnect.PEER_GONE));

    assertEquals(0, ann.heard().size());
  }
}
