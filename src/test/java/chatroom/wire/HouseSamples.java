package chatroom.wire;

import chatroom.room.Account;
import chatroom.room.Act;
import chatroom.room.AuditEntry;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Role;
import chatroom.room.RoomName;
import chatroom.room.Unread;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Those samples that are about order in rooms and in the whole house. */
final class HouseSamples {
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final long NOW = THEN.getEpochSecond();
  private static final Instant LATER = THEN.plusSeconds(60);
  private static final RoomName GENERAL = RoomName.GENERAL;
  private static final Participant ANN =
      new Participant(5, new Nickname("Ann", "ann"), THEN, Role.ADMIN);

  static final Map<String, ServerMessage> ALL =
      Map.ofEntries(
          Map.entry(
              "stats-lockdown",
              new SessionMessage.Stats(
                  NOW,
                  new SessionMessage.Stats.Figures(
                      3, 61, "2026-01-02 03:04:05", 4, 1_000, 12_345, true))),
          Map.entry("slow_mode", RoomChange.SlowMode.of(ANN, "plans", 30, null, NOW)),
          Map.entry(
              "room_role",
              new RoomChange.RoleGiven(
                  NOW, "plans", "r1", new RoomChange.RoleGiven.Given(6, "Bob", "moderator"))),
          Map.entry("audit", new HouseMessage.Audit(NOW, true, "r1", audited())),
          Map.entry("users-roles", new RoomMessage.Users(NOW, "general", 2, listed())),
          Map.entry("people", new HouseMessage.People(NOW, true, "r1", people())),
          Map.entry(
              "reported",
              new HouseMessage.Reported(NOW, "r1", new HouseMessage.Reported.Message(42))),
          Map.entry("lockdown", HouseMessage.Lockdown.of(true, null, NOW)),
          Map.entry("lockdown-ref", HouseMessage.Lockdown.of(false, "r1", NOW)),
          Map.entry("room_joined-slow", new RoomMessage.RoomJoined(NOW, "random", null, 30)),
          Map.entry(
              "rooms-roles",
              new RoomMessage.Rooms(
                  NOW,
                  null,
                  List.of(
                      new RoomMessage.Rooms.Listed(
                              "plans", null, "", 3, 42, true, null, null, null, 5L, true, 30,
                              "owner", null, null, null)
                          .with(12, new Unread(0, 0))))),
          Map.entry(
              "members-roles",
              new RoomMessage.Members(
                  NOW,
                  "plans",
                  1,
                  null,
                  List.of(
                      new RoomMessage.Members.Membership(
                          6, "Bob", true, null, true, "moderator")))));

  private HouseSamples() {}

  private static List<RoomMessage.Users.User> listed() {
    Participant mo = new Participant(6, new Nickname("Mo", "mo"), THEN, Role.MODERATOR);
    Participant ear = new Participant(7, new Nickname("Ear", "ear"), THEN, Role.MEMBER).asBot();
    return List.of(
        new RoomMessage.Users.User(6, "Mo", NOW, false).of(mo),
        new RoomMessage.Users.User(7, "Ear", NOW, false).of(ear));
  }

  private static List<HouseMessage.People.Holder> people() {
    Account bob = new Account(6, "Bob", Account.VOUCHED, Role.MODERATOR, THEN);
    Account ear = new Account(7, "Ear", Account.BOT, Role.MEMBER, THEN);
    return List.of(
        HouseMessage.People.Holder.of(
            new Account(5, "Ann", "$argon2id$", Role.ADMIN, THEN), true, false, false),
        HouseMessage.People.Holder.of(bob, false, true, false),
        HouseMessage.People.Holder.of(ear, true, false, true));
  }

  private static List<HouseMessage.Audit.Entry> audited() {
    Act kick = Act.by(ANN, "kick").to(6, "Bob").in(GENERAL).saying("spam");
    return List.of(
        HouseMessage.Audit.Entry.of(new AuditEntry(2, LATER, kick, "0a".repeat(32))),
        HouseMessage.Audit.Entry.of(
            new AuditEntry(1, THEN, Act.byTheServer("lockdown"), "f9".repeat(32))));
  }
}
