package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Role;
import chatroom.wire.ClientMessage.CreateToken;
import chatroom.wire.ClientMessage.GetUsers;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.HouseAct.GetPeople;
import chatroom.wire.HouseMessage.People;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.SessionMessage.TokenCreated;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Administrators see everybody who has an account. */
class CensusTest extends Court {
  private People people(@Nullable Long after, @Nullable Long limit, @Nullable String name) {
    admin.heard();
    admin.say(new GetPeople(after, limit, name, "r"));
    return (People) admin.heardOnly();
  }

  private static List<String> names(People told) {
    return told.content().stream().map(People.Holder::name).toList();
  }

  private People.Holder only(String name) {
    People told = people(null, null, name);
    assertEquals(List.of(name), names(told));
    return told.content().get(0);
  }

  @Test
  void everyAccountIsToldAndNoGuest() {
    People told = people(null, null, null);
    assertEquals(List.of("Ada", "Mo", "Max", "Ann"), names(told));
    assertEquals("r", told.ref());
    assertFalse(told.hasMore());
    assertEquals(
        new People.Holder(member.id(), "Ann", "member", "account", Hall.NOW, true, null, null),
        told.content().get(3));
    assertEquals("moderator", told.content().get(1).role());
  }

  @Test
  void theyComeAPageAtATime() {
    People first = people(null, 3L, null);
    assertEquals(List.of("Ada", "Mo", "Max"), names(first));
    assertEquals(true, first.hasMore());
    People rest = people(first.content().get(2).id(), 1_000L, null);
    assertEquals(List.of("Ann"), names(rest));
    assertFalse(rest.hasMore());
  }

  @Test
  void someAreFoundByHowTheirNameBegins() {
    assertEquals(List.of("Mo", "Max"), names(people(null, null, " m")));
    assertEquals(List.of(), names(people(null, null, "x")));
    assertEquals(
        List.of(), names(people(null, null, "Ann and more, and what is no name".repeat(9))));
  }

  @Test
  void whoIsAwayBannedOrMutedIsShownSo() {
    moderator.say(mute(member, 60L));
    assertEquals(true, only("Ann").muted());
    moderator.say(ban(member, 60L));
    People.Holder ann = only("Ann");
    assertEquals(true, ann.banned());
    assertFalse(ann.online());
    otherModerator.end(Disconnect.PEER_LEFT);
    assertFalse(only("Max").online());
  }

  @Test
  void whoseNameIsKeptElsewhereAndProgramsAreOfAnotherKind() {
    hall.enter(new Entrance(Optional.of(new Login("wilma", Role.MODERATOR)), false));
    assertEquals("container", only("wilma").kind());
    assertEquals("moderator", only("wilma").role());
    admin.say(new CreateToken("ci", "read", null, "Robo", "k"));
    TokenCreated made = (TokenCreated) admin.heardOnly();
    assertEquals("bot", only("Robo").kind());
    hall.hello(new Hello(null, null, null, null, null, null, made.content().token(), null));
    witness.heard();
    witness.say(new GetUsers(null, null));
    assertEquals(
        List.of("Robo"),
        ((Users) witness.heardOnly())
            .content().stream().filter(it -> it.isBot() != null).map(Users.User::name).toList());
  }

  @Test
  void nobodyElseMayAsk() {
    for (Guest who : List.of(moderator, member, guest)) {
      refused("not_allowed", who, new GetPeople(null, null, null, "r"));
    }
    refused("invalid_format", admin, new GetPeople(null, 0L, null, "r"));
  }
}
