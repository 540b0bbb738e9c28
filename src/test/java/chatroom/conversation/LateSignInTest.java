package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.OfficialAct.SetRole;
import chatroom.wire.SessionMessage.AuthSuccess;
import chatroom.wire.SessionMessage.Welcome;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What befalls a user holds also for who is just signing in as that user. */
class LateSignInTest extends Court {
  private final Queue<Runnable> hashing = new ArrayDeque<>();

  private void hash() {
    hall.hashers = Runnable::run;
    while (!hashing.isEmpty()) {
      hashing.remove().run();
    }
  }

  private void role(Guest who, String role) {
    admin.say(new SetRole(id(who), null, role, null, "r"));
  }

  private Guest signingIn(String name) {
    hall.hashers = hashing::add;
    return signedIn(name);
  }

  @Test
  void whoIsDemotedMeanwhileComesAsAMember() {
    moderator.end(Disconnect.PEER_LEFT);
    Guest late = signingIn("Mo");
    role(moderator, "member");
    hash();

    assertEquals(moderator.id(), late.id());
    assertEquals("member", late.welcome().role());
    late.heard();
    refused("not_allowed", late, mute(guest, 60L));
    late.end(Disconnect.PEER_LEFT);
    Guest back = hall.resume(late.token(), 0);
    assertEquals("member", back.welcome().role());
  }

  @Test
  void aGuestWhoSignsInAsWhoIsDemotedMeanwhileIsAMember() {
    moderator.end(Disconnect.PEER_LEFT);
    hall.hashers = hashing::add;
    hush();
    witness.say(new Auth("Mo", PASSWORD, "a"));
    role(moderator, "member");
    hash();

    AuthSuccess.User user =
        witness.heard().stream()
            .filter(AuthSuccess.class::isInstance)
            .map(it -> ((AuthSuccess) it).content())
            .findFirst()
            .orElseThrow();
    assertEquals("member", user.role());
  }

  @Test
  void whoIsPromotedMeanwhileComesWithTheRole() {
    member.end(Disconnect.PEER_LEFT);
    Guest late = signingIn("Ann");
    role(member, "moderator");
    hash();
    assertEquals("moderator", late.welcome().role());
  }

  @Test
  void whoIsBannedMeanwhileDoesNotCome() {
    member.end(Disconnect.PEER_LEFT);
    Guest late = signingIn("Ann");
    admin.say(ban(member, 60L));
    hush();
    hash();

    assertEquals("banned", code(late.heardOnly()));
    assertTrue(late.client.hasLeft());
    assertEquals(List.of(Disconnect.EXPELLED), late.transport.closings());
    assertEquals(List.of(), witness.heard());
  }

  @Test
  void whoIsKickedMeanwhileDoesNotCome() {
    Guest late = signingIn("Ann");
    admin.say(kick(member));
    hush();
    hash();

    assertEquals("banned", code(late.heardOnly()));
    assertTrue(late.client.hasLeft());
    assertEquals(List.of(), witness.heard());
  }

  @Test
  void whoWasDemotedWhileAwayComesBackAsAMember() {
    String token = moderator.token();
    moderator.end(Disconnect.PEER_LEFT);
    role(moderator, "member");
    Guest back = hall.resume(token, 0);
    Welcome.Greeting welcome = back.welcome();
    assertEquals(moderator.id(), welcome.userId());
    assertEquals("member", welcome.role());
    back.heard();
    refused("not_allowed", back, mute(guest, 60L));
  }
}
