package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.testing.QueuedExecutor;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Pong;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Eve has one rate, by however many connections she comes. */
class UserRateTest {
  private final Hall hall = new Hall();
  private final Guest eve = hall.hello("Eve");

  /** What of that many messages is told to be too many. */
  private static long refused(Guest guest, int messages) {
    guest.heard();
    IntStream.range(0, messages).forEach(i -> guest.say("m" + i));
    return guest.heard().stream()
        .filter(it -> it instanceof Failure failure && isTooMany(failure))
        .count();
  }

  private static boolean isTooMany(Failure failure) {
    return failure.content().code().equals("rate_limited");
  }

  @Test
  void whoComesBackMaySayNoMoreThanIfTheyHadNeverLeft() {
    assertEquals(0, refused(eve, 40));
    eve.end(Disconnect.PEER_GONE);
    Guest back = hall.resume(eve.token(), 40);

    assertEquals(1, refused(back, 1));
    back.say(new ClientMessage.Ping("r"));
    assertEquals(Pong.class, back.heardOnly().getClass());
    hall.node.nanoTime.pass(Duration.ofSeconds(1));
    assertEquals(1, refused(back, 11));
  }

  @Test
  void twoConnectionsOfAUserHaveOneRate() {
    assertEquals(0, refused(eve, 20));
    Guest second = hall.resume(eve.token(), 20);

    assertEquals(1, refused(second, 21));
  }

  @Test
  void whatIsSaidBeforeItIsKnownWhoSaysItIsChargedToThem() {
    QueuedExecutor slow = new QueuedExecutor();
    hall.readers = slow;
    assertEquals(0, refused(eve, 40));
    eve.end(Disconnect.PEER_GONE);
    Guest back = hall.hello(new Hello(null, "Eva", Map.of(), eve.token(), null, null, null, null));
    back.say("at once");
    slow.runAll();

    List<String> codes =
        back.heard().stream()
            .filter(Failure.class::isInstance)
            .map(it -> ((Failure) it).content().code())
            .toList();
    assertEquals(List.of("rate_limited", "rate_limited"), codes);
  }

  @Test
  void whoHasLeftForGoodBeginsWithAFullRate() {
    assertEquals(0, refused(eve, 40));
    eve.end(Disconnect.PEER_GONE);
    hall.timer.pass(Hall.WINDOW);

    assertEquals(0, refused(hall.resume(eve.token(), 40), 40));
  }
}
