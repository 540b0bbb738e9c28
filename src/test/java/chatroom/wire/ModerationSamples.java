package chatroom.wire;

import chatroom.room.ChatMessage;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Restraint;
import chatroom.room.Role;
import chatroom.room.RoomName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those samples that are about keeping order. */
final class ModerationSamples {
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final long NOW = THEN.getEpochSecond();
  private static final Participant ANN =
      new Participant(5, new Nickname("Ann", "ann"), THEN, Role.ADMIN);
  private static final RoomName GENERAL = RoomName.GENERAL;
  private static final ChatMessage NOTICE =
      new ChatMessage(45, 9, GENERAL, 0, "System", "Bob was kicked: spam", THEN);
  private static final Restraint BAN =
      new Restraint(
          Restraint.Kind.BAN, 6, "Bob", "192.0.2.7/32", THEN, Optional.empty(), "spam", 5, "Ann");
  private static final Restraint MUTE =
      new Restraint(
          Restraint.Kind.MUTE,
          7,
          "Eve",
          "",
          THEN,
          Optional.of(THEN.plusSeconds(600)),
          "",
          5,
          "Ann");

  static final Map<String, ServerMessage> ALL =
      Map.ofEntries(
          Map.entry("kicked", ModerationMessage.Kicked.of("spam", NOW)),
          Map.entry(
              "muted",
              new ModerationMessage.Muted(
                  NOW, new ModerationMessage.Muted.Silence(NOW + 600, "spam"))),
          Map.entry("unmuted", new ModerationMessage.Unmuted(NOW)),
          Map.entry(
              "moderated",
              new ModerationMessage.Moderated(
                  NOW,
                  null,
                  new ModerationMessage.Moderated.Deed(
                      "kick", 6, "Bob", null, null, "Kicked by admin"))),
          Map.entry(
              "moderated-ref",
              new ModerationMessage.Moderated(
                  NOW,
                  "k4",
                  new ModerationMessage.Moderated.Deed(
                      "ban", 6, "Bob", NOW + 86_400, "192.0.2.7/32", null, "spam"))),
          Map.entry(
              "moderated-note",
              new ModerationMessage.Moderated(
                  NOW,
                  "k5",
                  new ModerationMessage.Moderated.Deed(
                          "ban", 6, "Bob", NOW + 86_400, null, null, "spam")
                      .noting("No place was banned: somebody who keeps order comes from there"))),
          Map.entry(
              "moderated-role",
              new ModerationMessage.Moderated(
                  NOW,
                  "k6",
                  new ModerationMessage.Moderated.Deed(
                      "set_role", 6, "Bob", null, null, "moderator", null))),
          Map.entry("role_changed", ModerationMessage.RoleChanged.of(ANN, null, NOW)),
          Map.entry("role_changed-room", ModerationMessage.RoleChanged.of(ANN, "general", NOW)),
          Map.entry("restraints", new ModerationMessage.Restrained(NOW, null, List.of())),
          Map.entry(
              "restraints-ref",
              new ModerationMessage.Restrained(
                  NOW,
                  "k8",
                  List.of(
                      ModerationMessage.Restrained.Entry.of(BAN),
                      ModerationMessage.Restrained.Entry.of(MUTE)))),
          Map.entry(
              "config",
              new ModerationMessage.Configuration(
                  NOW,
                  "k9",
                  List.of(
                      new ModerationMessage.Configuration.Setting(
                          "max-clients", "1000", "default")))),
          Map.entry("message-system", StoredMessage.of(NOTICE, "general")));

  private ModerationSamples() {}
}
