package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Role;
import chatroom.wire.ClientMessage.ArchiveRoom;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.Delete;
import chatroom.wire.ClientMessage.Invite;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.SetRoomRole;
import chatroom.wire.ClientMessage.SetSlowMode;
import chatroom.wire.ClientMessage.Uninvite;
import chatroom.wire.RoomChange.RoomArchived;
import chatroom.wire.SessionMessage.Ack;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What no right lets through. */
class BeyondRightsTest extends Court {
  private void make(Guest owner, boolean byInvitation, Guest... others) {
    owner.say(new CreateRoom("den", null, byInvitation, null, null));
    for (Guest other : others) {
      if (byInvitation) {
        owner.say(new Invite("den", id(other), null, null));
      }
      other.say(new JoinRoom("den", null));
    }
    hush();
  }

  @Test
  void whatIsSaidBetweenTwoIsDeletedByWhoSaidItAlone() {
    admin.say(new PrivatePost(id(moderator), "a warning", "1", null));
    moderator.say(new PrivatePost(id(admin), "an answer", "2", null));
    refused("not_allowed", moderator, new Delete(1L, "r"));
    refused("not_allowed", admin, new Delete(2L, "r"));
    refused("message_not_found", otherModerator, new Delete(1L, "r"));
    admin.say(new Delete(1L, null));
    assertTrue(types(moderator.heard()).contains("MessageDeleted"));
  }

  @Test
  void whatAnAdministratorSaidInTheRoomOfAGuestStaysAlsoWhenTheyHaveGone() {
    make(guest, false, admin, witness);
    admin.say(new Post("a warning", "den", "1", null));
    admin.end(Disconnect.PEER_LEFT);
    hush();
    refused("not_allowed", guest, new Delete(1L, "r"));
    assertEquals(List.of(), hall.audited());
  }

  @Test
  void aModeratorArchivesNoRoom() {
    make(member, false, moderator, admin);
    refused("not_allowed", moderator, new ArchiveRoom("general", true, "r"));
    refused("not_allowed", moderator, new ArchiveRoom("den", true, "r"));
    admin.say(new ArchiveRoom("den", true, "r"));
    assertTrue(admin.heardOnly() instanceof RoomArchived);
  }

  @Test
  void noRoomSilencesOrSendsAwayWhoKeepsOrderEverywhere() {
    make(guest, true, member, witness, moderator);
    guest.say(new SetRoomRole("den", id(member), "read_only", "1"));
    guest.say(new SetRoomRole("den", id(witness), "moderator", "2"));
    hush();
    member.say(new Post("x", "den", "3", null));
    assertEquals("not_allowed", code(member.heardOnly()));
    appoint(member.id(), Role.MODERATOR);
    member.say(new Post("x", "den", "4", null));
    assertTrue(member.heardOnly() instanceof Ack);
    refused("not_allowed", witness, new Uninvite("den", id(moderator), "5"));
  }

  @Test
  void whoMadeARoomDoesNotFillTheAuditLog() {
    make(guest, false, witness);
    LongStream.rangeClosed(1, Order.ENTRIES_AT_ONCE)
        .forEach(
            seconds -> {
              guest.say(new SetSlowMode("den", seconds, null));
              guest.say(new SetSlowMode("den", seconds, null));
            });
    assertEquals(Order.ENTRIES_AT_ONCE, hall.audited().size());
    refused("rate_limited", guest, new SetSlowMode("den", 0L, "r"));
    refused("rate_limited", guest, new SetRoomRole("den", id(witness), "read_only", "r"));
    moderator.say(new SetSlowMode("den", 0L, null));
    assertEquals(Order.ENTRIES_AT_ONCE + 1, hall.audited().size());
  }
}
