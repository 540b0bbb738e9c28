package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Account;
import chatroom.room.Role;
import chatroom.wire.ChangeMessage.MessageDeleted;
import chatroom.wire.ClientMessage.Delete;
import chatroom.wire.ClientMessage.Edit;
import chatroom.wire.ClientMessage.GetUsers;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.ModerationMessage.RoleChanged;
import chatroom.wire.OfficialAct.SetRole;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A role holds at once, and is not the last administrator's to lose. */
class RolesTest extends Court {
  private static SetRole make(Guest who, String role) {
    return new SetRole(id(who), null, role, null, "r");
  }

  private static List<RoleChanged> changes(Guest who) {
    return who.heard().stream()
        .filter(RoleChanged.class::isInstance)
        .map(RoleChanged.class::cast)
        .toList();
  }

  @Test
  void aRoleHoldsAtOnceOnAllConnectionsAndTheRoomHearsOfIt() {
    Guest second = signedIn("Ann");
    second.heard();
    hush();
    admin.say(make(member, "moderator"));

    RoleChanged.Office office = new RoleChanged.Office(member.id(), "Ann", "moderator", false);
    for (Guest line : List.of(member, second)) {
      assertEquals(List.of(new RoleChanged(Hall.NOW, null, office)), changes(line));
    }
    assertEquals(List.of(new RoleChanged(Hall.NOW, "general", office)), changes(witness));
    assertTrue(admin.heard().stream().anyMatch(Moderated.class::isInstance));
    second.say(mute(guest, 60L));
    assertEquals(1, second.heard().stream().filter(Moderated.class::isInstance).count());
    admin.say(make(member, "member"));
    second.heard();
    second.say(mute(guest, 60L));
    assertEquals("not_allowed", code(second.heardOnly()));
  }

  @Test
  void moderatorsAreSeenAsSuchButByPlainClients() {
    Guest plain = hall.settled();
    hush();
    witness.say(new GetUsers(null, null));
    Users users = (Users) witness.heardOnly();
    assertEquals(
        List.of("Max", "Mo"),
        users.content().stream()
            .filter(it -> it.isModerator() != null)
            .map(Users.User::name)
            .sorted()
            .toList());
    plain.say(new GetUsers(null, null));
    Users told = (Users) plain.heardOnly();
    assertEquals(users.content().size(), told.content().size());
    assertTrue(told.content().stream().allMatch(it -> it.isModerator() == null));
  }

  @Test
  void administratorsAreSeenAsSuch() {
    admin.say(make(member, "admin"));
    hush();
    witness.say(new GetUsers(null, null));
    Users users = (Users) witness.heardOnly();
    assertEquals(
        List.of("Ada", "Ann"),
        users.content().stream()
            .filter(Users.User::isAdmin)
            .map(Users.User::name)
            .sorted()
            .toList());
    member.end(Disconnect.PEER_LEFT);
    Guest again = signedIn("Ann");
    again.heard();
    again.say(mute(moderator, 60L));
    assertEquals(1, again.heard().stream().filter(Moderated.class::isInstance).count());
  }

  @Test
  void theLastAdministratorStaysOne() {
    refused("not_allowed", admin, make(admin, "member"));
    assertEquals(
        List.of(
            "set_role Ada Ada not done: Nobody would be an administrator any more",
            "set_role Ada Ada member"),
        hall.audited());
    admin.say(make(moderator, "admin"));
    hush();
    admin.say(make(admin, "member"));
    assertEquals(1, changes(admin).size());
    refused("not_allowed", admin, make(member, "admin"));
    refused("not_allowed", moderator, make(moderator, "moderator"));
  }

  @Test
  void whoIsBannedDoesNotCountAsAnAdministrator() {
    admin.say(make(moderator, "admin"));
    admin.say(ban(moderator, 60L));
    refused("not_allowed", admin, make(admin, "member"));
    hall.node.clock.pass(Duration.ofSeconds(60));
    hush();
    admin.say(make(admin, "member"));
    assertEquals(1, changes(admin).size());
  }

  @Test
  void aBotDoesNotCountAsAnAdministratorForNobodySignsInAsIt() {
    member.end(Disconnect.PEER_LEFT);
    hall.memory
        .accounts()
        .setPassword(
            member.id(), Account.BOT, "", Discipline.onLane(hall.chat.lane(), () -> {}, () -> {}));
    appoint(member.id(), Role.ADMIN);
    refused("not_allowed", admin, make(admin, "moderator"));
  }

  @Test
  void ofTwoAdministratorsWhoBanEachOtherAtTheSameTimeOneIsLeft() {
    admin.say(make(moderator, "admin"));
    List<Runnable> later = new ArrayList<>();
    hall.readers = later::add;
    admin.say(ban(moderator, null));
    moderator.say(ban(admin, null));
    moderator.say(make(admin, "member"));
    hall.readers = Runnable::run;
    later.forEach(Runnable::run);

    assertTrue(moderator.client.hasLeft());
    assertFalse(admin.client.hasLeft());
    assertEquals("ban Ada Mo for good: spam", hall.audited().get(0));
    hush();
    admin.say(make(member, "moderator"));
    assertEquals(1, changes(member).size());
  }

  @Test
  void whoIsAwayHasTheRoleOnReturn() {
    member.end(Disconnect.PEER_LEFT);
    hush();
    admin.say(new SetRole(null, "Ann", "moderator", null, "r"));
    Guest again = signedIn("Ann");
    again.heard();
    again.say(mute(guest, 60L));
    assertTrue(again.heard().stream().anyMatch(Moderated.class::isInstance));
  }

  @Test
  void aGuestHasNoRole() {
    refused("not_allowed", admin, make(guest, "moderator"));
  }

  @Test
  void aModeratorDeletesWhatMembersSaidAndEditsNothingOfIt() {
    guest.say("one");
    moderator.say("two");
    admin.say("three");
    refused("not_allowed", member, new Delete(1L, "r"));
    refused("not_allowed", moderator, new Edit(1L, "x", "r"));
    refused("not_allowed", admin, new Edit(1L, "x", "r"));
    refused("not_allowed", otherModerator, new Delete(2L, "r"));
    refused("not_allowed", moderator, new Delete(3L, "r"));
    assertEquals(List.of(), hall.audited());
    otherModerator.say(new Delete(1L, "r"));
    admin.say(new Delete(2L, "r"));

    List<ServerMessage> seen = witness.heard();
    assertEquals(List.of("MessageDeleted", "MessageDeleted"), types(seen));
    assertEquals(otherModerator.id(), ((MessageDeleted) seen.get(0)).fromId());
    assertEquals(List.of("delete Ada Mo message 2", "delete Max Bob message 1"), hall.audited());
    assertFalse(guest.heard().isEmpty());
  }

  @Test
  void whatTheServerSaidIsDeletedByAdministratorsAlone() {
    moderator.say(mute(guest, 60L));
    refused("not_allowed", moderator, new Delete(1L, "r"));
    admin.say(new Delete(1L, null));
    assertEquals(List.of("MessageDeleted"), types(witness.heard()));
  }

  @Test
  void whatIsDeletedOfOnesOwnIsTakenDownNowhere() {
    moderator.say(new Post("oops", null, null, null));
    moderator.say(new Delete(1L, null));
    assertEquals(List.of(), hall.audited());
  }
}
