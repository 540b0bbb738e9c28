package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ClientMessage.GetRestraints;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ModerationMessage.Kicked;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.ModerationMessage.Restrained;
import chatroom.wire.OfficialAct.Ban;
import chatroom.wire.OfficialAct.Unban;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is banned has to go and does not come again, neither by a token nor by a password. */
class BanTest extends Court {
  private static final Duration DAY = Duration.ofDays(1);

  private Moderated.Deed done(Guest who) {
    return who.heard().stream()
        .filter(Moderated.class::isInstance)
        .map(it -> ((Moderated) it).content())
        .findFirst()
        .orElseThrow();
  }

  private static void assertBanned(Guest who) {
    assertEquals("banned", code(who.heardOnly()));
    assertTrue(who.client.hasLeft());
    assertEquals(List.of(Disconnect.EXPELLED), who.transport.closings());
  }

  @Test
  void anAccountIsBannedForGoodOnAllItsConnections() {
    Guest second = signedIn("Ann");
    second.heard();
    String token = second.token();
    hush();
    moderator.say(ban(member, null));

    assertEquals(
        new Moderated.Deed("ban", member.id(), "Ann", null, null, "spam"), done(moderator));
    for (Guest line : List.of(member, second)) {
      assertEquals("spam", ((Kicked) line.heardOnly()).content().reason());
      assertEquals(List.of(Disconnect.EXPELLED), line.transport.closings());
    }
    assertEquals("Ann was banned for good: spam", notice(witness.heard()));
    hall.node.clock.pass(Duration.ofDays(29));
    assertBanned(hall.resume(token, 0));
    assertBanned(signedIn("Ann"));
    Guest other = hall.hello("Cy");
    hush();
    other.heard();
    other.say(new Auth("Ann", PASSWORD, null));
    assertBanned(other);
    assertFalse(witness.client.hasLeft());
  }

  @Test
  void whetherANameIsBannedIsToldToNobodyWhoDoesNotKnowThePassword() {
    moderator.say(ban(member, null));
    Guest other = hall.hello("Cy");
    other.heard();
    other.say(new Auth("Ann", "wrong horse", null));
    assertEquals("auth_failed", code(other.heardOnly()));
  }

  @Test
  void itEndsByTheClock() {
    moderator.say(ban(member, 60L));
    Guest early = signedIn("Ann");
    assertEquals(60_000, ((Failure) early.heardOnly()).content().retryAfterMs());
    hall.node.clock.pass(Duration.ofSeconds(60));
    assertEquals(member.id(), signedIn("Ann").id());
  }

  @Test
  void itEndsWhenItIsLiftedByNumberOrByName() {
    member.end(Disconnect.PEER_LEFT);
    hush();
    moderator.say(new Ban(null, "ANN", null, null, null, "r"));
    assertEquals("Ann", done(moderator).userName());
    assertEquals(List.of(), witness.heard());
    assertBanned(signedIn("Ann"));
    moderator.say(new Unban(null, "ann", null, "u"));
    assertEquals("unban", done(moderator).act());
    assertEquals(member.id(), signedIn("Ann").id());
    refused("user_not_found", moderator, unban(member));
  }

  @Test
  void ofAGuestTheAddressIsBannedForADayForGuestsAlone() {
    String token = guest.token();
    hall.node.clock.pass(Duration.ofSeconds(1));
    moderator.say(ban(guest, null));

    Moderated.Deed done = done(moderator);
    assertEquals("192.0.2.1/32", done.addresses());
    assertEquals(Hall.NOW + 1 + DAY.toSeconds(), done.until());
    // The others of the same address have to go if they are guests.
    assertTrue(witness.heard().stream().anyMatch(Kicked.class::isInstance));
    assertTrue(witness.client.hasLeft());
    assertBanned(hall.resume(token, 0));
    assertBanned(hall.resume(witness.token(), 0));
    assertBanned(hall.hello("Newcomer"));
    assertBanned(hall.enter());
    assertFalse(member.client.hasLeft());
    assertEquals(member.id(), signedIn("Ann").id());
    int before = hall.directory.size();
    hall.node.clock.pass(DAY);
    assertEquals("Newcomer", hall.hello("Newcomer").welcome().userName());
    assertEquals(before + 1, hall.directory.size());
  }

  @Test
  void aGuestMayBeBannedWithoutTheAddress() {
    String token = guest.token();
    moderator.say(new Ban(id(guest), null, null, 0L, null, "r"));
    assertEquals(null, done(moderator).addresses());
    assertBanned(hall.resume(token, 0));
    assertFalse(witness.client.hasLeft());
    assertEquals("Newcomer", hall.hello("Newcomer").welcome().userName());
  }

  @Test
  void howMuchOfAnAddressIsBannedHasBounds() {
    for (long prefix : List.of(-1L, 1L, 15L, 33L, Long.MAX_VALUE)) {
      refused("invalid_format", moderator, new Ban(id(guest), null, null, prefix, null, "r"));
    }
    moderator.say(new Ban(id(guest), null, null, 16L, null, "r"));
    assertEquals("192.0.0.0/16", done(moderator).addresses());
  }

  @Test
  void whoSaidNothingYetIsTurnedAwayToo() {
    Guest silent = hall.connect();
    moderator.say(ban(guest, null));
    silent.say(new Hello(null, "Dan", null, null, null, null, null, null));
    assertBanned(silent);
  }

  @Test
  void thoseWhoKeepOrderSeeWhoIsBannedAndMutedNewestFirst() {
    moderator.say(mute(member, 60L));
    hall.node.clock.pass(Duration.ofMillis(1));
    moderator.say(new Ban(id(guest), null, 60L, 0L, "spam", null));
    hush();
    admin.say(new GetRestraints("r"));
    Restrained told = (Restrained) admin.heardOnly();
    assertEquals("r", told.ref());
    assertEquals(
        List.of(
            new Restrained.Entry(
                "ban",
                guest.id(),
                "Bob",
                null,
                Hall.NOW,
                Hall.NOW + 60,
                "spam",
                moderator.id(),
                "Mo"),
            new Restrained.Entry(
                "mute",
                member.id(),
                "Ann",
                null,
                Hall.NOW,
                Hall.NOW + 60,
                "spam",
                moderator.id(),
                "Mo")),
        told.content());
    hall.node.clock.pass(Duration.ofMinutes(2));
    admin.say(new GetRestraints(null));
    assertEquals(List.of(), ((Restrained) admin.heardOnly()).content());
  }
}
