package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.room.RoomName;
import chatroom.wire.ClientMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.Failure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More is said in a room than can be brought to those in it. */
class OverloadTest {
  private static final String LONG = "x".repeat(10_000);
  private static final int MORE_THAN_WAITS = 900;

  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.settled();
  private final Guest bob = hall.settled();

  private void say(int number) {
    ann.say(new ClientMessage.Post(LONG, null, "r" + number, null));
  }

  @Test
  void whatWouldWaitForLongIsRefusedAndNotStoredAndTheOthersHearTheRest() {
    ann.heard();
    hall.node.writers.hold();
    Stream.iterate(0, i -> i + 1).limit(MORE_THAN_WAITS).forEach(this::say);
    var answers = ann.heard();
    long stored = answers.stream().filter(Ack.class::isInstance).count();

    assertEquals(
        Failure.of(Refusals.unavailable().answering("r" + (MORE_THAN_WAITS - 1)), Hall.NOW),
        answers.get(MORE_THAN_WAITS - 1));
    assertEquals(MORE_THAN_WAITS, answers.size());
    assertTrue(stored * LONG.length() > 8_000_000, stored + " stored");
    assertEquals(stored, hall.log.stored());

    hall.node.writers.goOn();
    assertEquals(stored, bob.heard().size());
    say(MORE_THAN_WAITS);
    assertEquals(List.of(Ack.class), ann.heard().stream().map(Object::getClass).toList());
    assertEquals(1, bob.heard().size());
  }

  @Test
  void anotherRoomIsNotConcerned() {
    ann.say(new ClientMessage.JoinRoom("random", null));
    hall.node.writers.hold();
    for (int i = 0; i < MORE_THAN_WAITS; i++) {
      ann.say(new ClientMessage.Post(LONG, RoomName.GENERAL.value(), null, null));
    }
    ann.heard();
    ann.say(new ClientMessage.Post("hello", "random", "r", null));

    assertTrue(ann.heard().get(0) instanceof Ack);
  }
}
