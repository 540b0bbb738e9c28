package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.ClaimAdmin;
import chatroom.wire.ClientMessage.GetConfig;
import chatroom.wire.ClientMessage.GetRestraints;
import chatroom.wire.ModerationMessage.Configuration;
import chatroom.wire.ModerationMessage.Configuration.Setting;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.OfficialAct.Kick;
import chatroom.wire.OfficialAct.Mute;
import chatroom.wire.OfficialAct.SetRole;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who may do what to whom. */
class RightsTest extends Court {
  private static final List<Function<Guest, ClientMessage>> ACTS =
      List.of(
          Court::kick,
          it -> mute(it, 60L),
          Court::unmute,
          it -> ban(it, 60L),
          Court::unban,
          it -> new SetRole(id(it), null, "moderator", null, "r"));

  @Test
  void aMemberAndAGuestMayDoNothingOfTheKindToAnybody() {
    for (Guest who : List.of(member, guest)) {
      for (Guest target : List.of(admin, moderator, member, guest, witness)) {
        ACTS.forEach(act -> refused("not_allowed", who, act.apply(target)));
      }
      refused("not_allowed", who, new GetRestraints("r"));
      refused("not_allowed", who, new GetConfig("r"));
      refused("not_allowed", who, new Kick("999999", null, null, "r"));
    }
  }

  @Test
  void aModeratorMayNotActOnModeratorsOrAdministratorsOrSayWhoIsOne() {
    for (Guest target : List.of(admin, otherModerator, moderator)) {
      ACTS.forEach(act -> refused("not_allowed", moderator, act.apply(target)));
    }
    refused("not_allowed", moderator, new SetRole(id(member), null, "moderator", null, "r"));
    refused("not_allowed", moderator, new SetRole(id(moderator), null, "admin", null, "r"));
  }

  @Test
  void onlyAnAdministratorIsToldTheSettings() {
    refused("not_allowed", moderator, new GetConfig("r"));
    admin.say(new GetConfig("r"));
    Setting setting = new Setting("max-clients", "100", "default");
    assertEquals(
        List.of(List.of(setting)),
        admin.heard().stream()
            .filter(Configuration.class::isInstance)
            .map(it -> ((Configuration) it).content())
            .toList());
  }

  @Test
  void anAdministratorMayNotActOnThemselves() {
    ACTS.subList(0, 5).forEach(act -> refused("not_allowed", admin, act.apply(admin)));
  }

  @Test
  void aModeratorMayActOnMembersAndGuestsAndAnAdministratorOnModerators() {
    for (ClientMessage act : List.of(mute(member, 60L), mute(guest, 60L), unmute(guest))) {
      moderator.say(act);
      assertEquals(1, moderator.heard().stream().filter(Moderated.class::isInstance).count());
    }
    admin.say(mute(moderator, 60L));
    assertEquals(1, admin.heard().stream().filter(Moderated.class::isInstance).count());
  }

  @Test
  void whoIsNobodyIsNotFound() {
    for (String nobody : List.of("999999", "0", "-1", "x", "")) {
      refused("user_not_found", admin, new Kick(nobody, null, null, "r"));
      refused("user_not_found", admin, new Mute(nobody, null, 5L, null, "r"));
    }
    refused("user_not_found", admin, new Kick(null, null, null, "r"));
    refused("user_not_found", admin, new Kick(null, "Nobody", null, "r"));
    refused("user_not_found", admin, unmute(member));
    refused("user_not_found", admin, unban(member));
  }

  @Test
  void timesAndReasonsHaveBounds() {
    for (long seconds : List.of(0L, -1L, 2_592_001L, Long.MAX_VALUE)) {
      refused("invalid_format", admin, mute(member, seconds));
      refused("invalid_format", admin, ban(guest, seconds));
    }
    refused("invalid_format", admin, ban(member, 315_360_001L));
    refused("invalid_format", admin, new Kick(id(member), null, "x".repeat(201), "r"));
    refused("invalid_format", admin, new Kick(id(member), null, "two\nlines", "r"));
    refused("invalid_format", admin, new SetRole(id(member), null, "owner", null, "r"));
    refused("invalid_format", admin, new SetRole(id(member), null, null, null, "r"));
  }

  @Test
  void aRoleThatAClientSaysItHasIsNone() {
    refused("not_allowed", guest, new ClaimAdmin("x", "r"));
    refused("not_allowed", member, new ClaimAdmin("x", "r"));
    refused("not_allowed", member, new ClaimAdmin(null, "r"));
  }

  @Test
  void whatIsDoneIsTakenDownAndWhatIsRefusedIsNot() {
    refused("not_allowed", moderator, kick(admin));
    moderator.say(mute(member, 90L));
    admin.say(new SetRole(null, "Ann", "moderator", "helps", "r"));
    admin.say(kick(guest));

    assertEquals(
        List.of(
            "kick Ada Bob spam",
            "set_role Ada Ann moderator: helps",
            "mute Mo Ann for 90 seconds: spam"),
        hall.audited());
  }
}
