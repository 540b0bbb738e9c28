package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.ChangePassword;
import chatroom.wire.ClientMessage.Ping;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What breaks long after something was said ends that connection and nothing else. */
class BrokenPartsTest extends Court {
  private final Queue<Runnable> hashing = new ArrayDeque<>();

  private void hashAndBreak() {
    hall.readers =
        task -> {
          throw new IllegalStateException("on purpose");
        };
    hall.hashers = Runnable::run;
    assertThrows(IllegalStateException.class, () -> hashing.remove().run());
    hall.readers = Runnable::run;
  }

  private void endedAlone(Guest broken) {
    assertTrue(broken.client.hasLeft());
    assertEquals(List.of(Disconnect.INTERNAL_ERROR), broken.transport.closings());
    witness.heard();
    witness.say(new Ping(null));
    assertEquals(List.of("Pong"), types(witness.heard()));
  }

  @Test
  void aPasswordIsBeingChanged() {
    hall.hashers = hashing::add;
    member.say(new ChangePassword(PASSWORD, "purple monkey", "w"));
    hashAndBreak();

    endedAlone(member);
    assertEquals(member.id(), signedIn("Ann").id());
  }

  @Test
  void somebodyIsComingBack() {
    String token = moderator.token();
    moderator.end(Disconnect.PEER_LEFT);
    Queue<Runnable> reading = new ArrayDeque<>();
    hall.readers = reading::add;
    Guest back = hall.resume(token, 0);
    hall.readers =
        task -> {
          throw new IllegalStateException("on purpose");
        };
    assertThrows(IllegalStateException.class, () -> reading.remove().run());
    hall.readers = Runnable::run;

    endedAlone(back);
    assertEquals(moderator.id(), hall.resume(token, 0).id());
  }
}
