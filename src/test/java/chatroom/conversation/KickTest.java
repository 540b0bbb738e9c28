package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ModerationMessage.Kicked;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.OfficialAct.Kick;
import chatroom.wire.OfficialAct.Unmute;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is kicked is gone, and does not come again at once. */
class KickTest extends Court {
  @Test
  void theUserIsToldWhyAndIsGoneAndTheRoomHearsOfIt() {
    moderator.say(kick(guest));

    assertEquals("spam", ((Kicked) guest.heardOnly()).content().reason());
    assertTrue(guest.client.hasLeft());
    assertEquals(List.of(Disconnect.EXPELLED), guest.transport.closings());
    List<ServerMessage> seen = witness.heard();
    assertEquals(List.of("Leave", "Message"), types(seen));
    assertEquals("Bob", ((Leave) seen.get(0)).content().userName());
    assertEquals("Bob was kicked: spam", notice(seen));
    Moderated done =
        moderator.heard().stream()
            .filter(Moderated.class::isInstance)
            .map(Moderated.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("r", done.ref());
    assertEquals(new Moderated.Deed("kick", guest.id(), "Bob", null, null, "spam"), done.content());
  }

  @Test
  void withoutAReasonThereIsOne() {
    moderator.say(new Kick(null, "bob", null, null));
    assertEquals("Kicked by admin", ((Kicked) guest.heardOnly()).content().reason());
    assertEquals("Bob was kicked", notice(witness.heard()));
  }

  @Test
  void allConnectionsOfAUserEnd() {
    Guest second = signedIn("Ann");
    second.heard();
    hush();
    moderator.say(kick(member));

    for (Guest line : List.of(member, second)) {
      assertTrue(line.heardOnly() instanceof Kicked);
      assertTrue(line.client.hasLeft());
    }
  }

  @Test
  void whatTheUserStillSaysIsHeardByNobody() {
    moderator.say(kick(guest));
    witness.heard();
    guest.say("one more thing");
    assertEquals(List.of(), witness.heard());
  }

  @Test
  void whoComesBackAtOnceIsTurnedAwayForHalfAMinute() {
    String token = guest.token();
    moderator.say(kick(guest));
    hush();
    Guest again = hall.resume(token, 0);
    Failure failure = (Failure) again.heardOnly();
    assertEquals("banned", failure.content().code());
    assertEquals(30_000, failure.content().retryAfterMs());
    assertTrue(again.client.hasLeft());
    assertEquals(List.of(Disconnect.EXPELLED), again.transport.closings());
    assertEquals(List.of(), witness.heard());

    hall.node.clock.pass(Duration.ofMillis(29_999));
    assertEquals("banned", code(hall.resume(token, 0).heardOnly()));
    hall.node.clock.pass(Duration.ofMillis(1));
    Guest later = hall.resume(token, 0);
    assertEquals("Bob", later.welcome().userName());
    assertFalse(later.client.hasLeft());
  }

  @Test
  void anAccountIsKeptOutWhoeverSignsInAndAGuestWhoBecomesItHasToGo() {
    moderator.say(kick(member));
    assertEquals("banned", code(signedIn("Ann").heardOnly()));
    Guest other = hall.hello("Cy");
    other.heard();
    other.say(new Auth("Ann", PASSWORD, null));
    assertEquals("banned", code(other.heardOnly()));
    assertTrue(other.client.hasLeft());
  }

  @Test
  void othersOfTheSameAddressComeAndGoAsEver() {
    moderator.say(kick(guest));
    Guest newcomer = hall.hello("Dan");
    assertEquals("Dan", newcomer.welcome().userName());
    assertNotEquals(guest.id(), newcomer.id());
    assertFalse(witness.client.hasLeft());
  }

  @Test
  void whoIsHeldIsKickedToo() {
    guest.end(Disconnect.PEER_GONE);
    assertEquals(List.of(), witness.heard());
    moderator.say(kick(guest));
    assertEquals(List.of("Leave", "Message"), types(witness.heard()));
    hall.timer.pass(Hall.WINDOW);
    assertEquals(List.of(), witness.heard());
    refused("user_not_found", moderator, kick(guest));
    refused("user_not_found", moderator, new Unmute(id(guest), null, null, "r"));
  }
}
