package chatroom.wire;

import chatroom.room.AccessKey;
import chatroom.room.Body;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.MessageState;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Reacted;
import chatroom.room.Reaction;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.RoomCharter;
import chatroom.room.RoomEvent;
import chatroom.room.RoomName;
import chatroom.room.Scope;
import chatroom.room.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** One of everything the server says, named after the golden file that shows it. */
final class Samples {
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final long NOW = THEN.getEpochSecond();
  private static final AccessKey KEY =
      new AccessKey("1f9a".repeat(16), 5, false, "ci", Set.of(Scope.READ), THEN, Optional.empty());
  private static final AccessKey BOTS_KEY =
      new AccessKey(
          "2e8b".repeat(16),
          9,
          true,
          "robo",
          Set.of(Scope.MODERATE, Scope.WRITE, Scope.READ),
          THEN,
          Optional.of(THEN.plusSeconds(60)));
  private static final Participant ANN =
      new Participant(5, new Nickname("Ann", "ann"), THEN, Role.ADMIN);
  private static final Nickname USER5 = new Nickname("User5", "user5");
  private static final RoomName GENERAL = RoomName.GENERAL;
  private static final RoomCharter PLANS =
      new RoomCharter(new RoomName("plans"), "What we do", true, false, false, 5);
  private static final ChatMessage POSTED =
      new ChatMessage(42, 7, GENERAL, 5, "Ann", "Hi \"all\" \\ ☕ 👍\n<b>\t</b>", THEN);
  private static final ChatMessage WHISPERED =
      new ChatMessage(43, 1, RoomName.between(5, 6), 5, "Ann", "psst", THEN);

  private static final Instant LATER = THEN.plusSeconds(60);
  private static final ChatMessage SHOWN =
      new ChatMessage(
          44,
          8,
          GENERAL,
          5,
          "Ann",
          new Body(
              "A cat",
              Optional.of("https://example.org/cat.png"),
              OptionalLong.of(42),
              Set.of(),
              false),
          THEN,
          MessageState.UNCHANGED);
  private static final ChatMessage REACTED =
      POSTED.become(
          Body.text("Hi"),
          new MessageState(
              Optional.of(LATER),
              Optional.empty(),
              List.of(new Reaction("👍", 2, true), new Reaction("☕", 1, false))));

  private static ChatMessage reply(RoomName room) {
    return new ChatMessage(
        45,
        9,
        room,
        5,
        "Ann",
        new Body("@User6 no", Optional.empty(), OptionalLong.of(42), Set.of(6L, 5L), true),
        THEN,
        MessageState.UNCHANGED);
  }

  /** By file name without its ending: the type, and what is special after a hyphen. */
  static final Map<String, ServerMessage> ALL =
      with(
          with(HouseSamples.ALL, ModerationSamples.ALL),
          Map.ofEntries(
              Map.entry(
                  "welcome",
                  new SessionMessage.Welcome(
                      NOW,
                      new SessionMessage.Welcome.Greeting(
                          5,
                          "User5",
                          "Welcome to the chat room!",
                          new SessionMessage.ServerStats(3, 61, "2026-01-02 03:04:05"),
                          null,
                          null,
                          null,
                          null,
                          null,
                          null))),
              Map.entry(
                  "welcome-chat_v1",
                  new SessionMessage.Welcome(
                      NOW,
                      new SessionMessage.Welcome.Greeting(
                          5,
                          "User5",
                          "Welcome to the chat room!",
                          new SessionMessage.ServerStats(3, 61, "2026-01-02 03:04:05"),
                          "dGhpcyBpcyBhIHRva2VuIG9mIDMyIHJhbmRvbSBieXRlcw",
                          true,
                          "moderator",
                          true,
                          new SessionMessage.Welcome.Limits(10_240, 20, 10, 900L),
                          new SessionMessage.Welcome.Features(false, 5_242_880L, "open")))),
              Map.entry(
                  "users",
                  new RoomMessage.Users(
                      NOW,
                      "general",
                      2,
                      List.of(
                          new RoomMessage.Users.User(5, "Ann", NOW - 60, true),
                          new RoomMessage.Users.User(6, "User6", NOW, false)))),
              Map.entry("users-none", new RoomMessage.Users(NOW, "general", 0, List.of())),
              Map.entry(
                  "history",
                  new StoredMessage.History(
                      NOW,
                      "general",
                      true,
                      8,
                      null,
                      null,
                      List.of(
                          StoredMessage.Message.of(POSTED),
                          StoredMessage.PrivateMessage.of(WHISPERED, "@5")))),
              Map.entry(
                  "history-reset",
                  new StoredMessage.History(NOW, "general", true, 8, true, null, List.of())),
              Map.entry(
                  "history-ref",
                  new StoredMessage.History(NOW, "general", false, 8, null, "r1", List.of())),
              Map.entry("message-reply", StoredMessage.of(reply(GENERAL), "general")),
              Map.entry("message-reacted", StoredMessage.of(REACTED, "general")),
              Map.entry("message-deleted", StoredMessage.of(POSTED.deleted(LATER), "general")),
              Map.entry("image", StoredMessage.of(SHOWN, "general")),
              Map.entry(
                  "private_message-reply", StoredMessage.of(reply(RoomName.between(5, 6)), "@5")),
              Map.entry(
                  "private_message_sent-reply",
                  StoredMessage.sent(reply(RoomName.between(5, 6)), 6, "User6")),
              Map.entry(
                  "message_edited",
                  StoredMessage.of(
                      new Edited(50, 9, GENERAL, 5, "Ann", 42, "Hi", LATER), "general")),
              Map.entry(
                  "message_deleted",
                  StoredMessage.of(new Deleted(51, 10, GENERAL, 5, "Ann", 42, LATER), "general")),
              Map.entry(
                  "reaction",
                  StoredMessage.of(
                      new Reacted(52, 11, GENERAL, 6, "User6", 42, "👍", true, 2, LATER),
                      "general")),
              Map.entry(
                  "search_results",
                  new StoredMessage.SearchResults(
                      NOW,
                      true,
                      null,
                      List.of(
                          StoredMessage.PrivateMessage.of(WHISPERED, "@5"),
                          StoredMessage.Message.of(POSTED)))),
              Map.entry(
                  "search_results-ref",
                  new StoredMessage.SearchResults(NOW, false, "r1", List.of())),
              Map.entry("join", ServerMessage.of(new RoomEvent.Joined(GENERAL, ANN, 4), NOW)),
              Map.entry("leave", ServerMessage.of(new RoomEvent.Left(GENERAL, ANN, 3), NOW)),
              Map.entry("message", ServerMessage.of(new RoomEvent.Posted(POSTED), NOW + 99)),
              Map.entry("private_message", StoredMessage.PrivateMessage.of(WHISPERED, "@5")),
              Map.entry(
                  "private_message_sent", StoredMessage.PrivateMessageSent.of(WHISPERED, 6, "Bob")),
              Map.entry(
                  "name_changed",
                  new SessionMessage.NameChanged(
                      NOW, new SessionMessage.NameChanged.Names("User5", "Ann"))),
              Map.entry("password_changed", new SessionMessage.PasswordChanged(NOW, "w1")),
              Map.entry(
                  "sessions",
                  new SessionMessage.Sessions(
                      NOW,
                      "w2",
                      List.of(
                          new SessionMessage.Sessions.Session(
                              "1f9a", 1_767_000_000L, true, true)))),
              Map.entry(
                  "auth_success",
                  new SessionMessage.AuthSuccess(
                      NOW,
                      null,
                      new SessionMessage.AuthSuccess.User(5, "Ann", true, "admin", null))),
              Map.entry(
                  "auth_success-token",
                  new SessionMessage.AuthSuccess(
                      NOW,
                      "a1",
                      new SessionMessage.AuthSuccess.User(5, "Ann", false, "member", "dG9r"))),
              Map.entry(
                  "invitation",
                  new SessionMessage.Invitation(
                      NOW, null, new SessionMessage.Invitation.Terms("dG9r", NOW + 60, 1))),
              Map.entry(
                  "invitation-ref",
                  new SessionMessage.Invitation(
                      NOW, "i1", new SessionMessage.Invitation.Terms("dG9r", NOW + 60, 20))),
              Map.entry("token_created", SessionMessage.TokenCreated.of(KEY, "dG9r", null, NOW)),
              Map.entry(
                  "token_created-ref", SessionMessage.TokenCreated.of(BOTS_KEY, "dG9r", "k1", NOW)),
              Map.entry(
                  "tokens",
                  new SessionMessage.Tokens(
                      NOW,
                      null,
                      List.of(
                          SessionMessage.Tokens.Entry.of(KEY, true),
                          SessionMessage.Tokens.Entry.of(BOTS_KEY, false)))),
              Map.entry("tokens-ref", new SessionMessage.Tokens(NOW, "k2", List.of())),
              Map.entry(
                  "user_renamed",
                  ServerMessage.of(new RoomEvent.Renamed(GENERAL, ANN, USER5), NOW)),
              Map.entry(
                  "stats",
                  new SessionMessage.Stats(
                      NOW,
                      new SessionMessage.Stats.Figures(
                          3, 61, "2026-01-02 03:04:05", 4, 1_000, 12_345, null))),
              Map.entry(
                  "presence",
                  new RoomMessage.Movement(
                      NOW, "general", new RoomMessage.Movement.Counts(12, 3, 509))),
              Map.entry("room_joined", new RoomMessage.RoomJoined(NOW, "random", null)),
              Map.entry("room_joined-ref", new RoomMessage.RoomJoined(NOW, "random", "r1")),
              Map.entry("room_left", new RoomMessage.RoomLeft(NOW, "random", null)),
              Map.entry("room_left-ref", new RoomMessage.RoomLeft(NOW, "random", "r1")),
              Map.entry(
                  "rooms",
                  new RoomMessage.Rooms(
                      NOW,
                      null,
                      List.of(
                          new RoomMessage.Rooms.Listed(
                                  "general", null, "", 3, 42, true, null, null, null, null, true,
                                  null, null)
                              .with(30, new Unread(9, 1)),
                          new RoomMessage.Rooms.Listed(
                              "plans",
                              null,
                              "What we do",
                              0,
                              0,
                              false,
                              true,
                              true,
                              true,
                              5L,
                              false,
                              null,
                              null),
                          RoomMessage.Rooms.Listed.privateChat("@6", "Bob", 2)
                              .with(1, new Unread(1, 0))))),
              Map.entry("rooms-ref", new RoomMessage.Rooms(NOW, "r1", List.of())),
              Map.entry("room_created", RoomChange.RoomCreated.of(PLANS, null, NOW)),
              Map.entry("room_created-ref", RoomChange.RoomCreated.of(PLANS, "r1", NOW)),
              Map.entry("room_topic", RoomChange.RoomTopic.of(ANN, "plans", "", null, NOW)),
              Map.entry("room_topic-ref", RoomChange.RoomTopic.of(ANN, "plans", "x", "r1", NOW)),
              Map.entry(
                  "room_archived",
                  new RoomChange.RoomArchived(
                      NOW, "plans", null, new RoomChange.RoomArchived.State(true))),
              Map.entry("rooms_changed", new RoomChange.RoomsChanged(NOW)),
              Map.entry("invited", RoomChange.Invited.of(PLANS, ANN, NOW)),
              Map.entry(
                  "member_added",
                  new RoomChange.MemberAdded(
                      NOW, "plans", null, new RoomChange.MemberAdded.Member(6, "Bob", true))),
              Map.entry(
                  "members",
                  new RoomMessage.Members(
                      NOW,
                      "plans",
                      3,
                      null,
                      List.of(
                          new RoomMessage.Members.Membership(5, "Ann", true, true, true),
                          new RoomMessage.Members.Membership(6, "Bob", false, null, null)))),
              Map.entry("members-ref", new RoomMessage.Members(NOW, "plans", 0, "r1", List.of())),
              Map.entry(
                  "member_removed",
                  new RoomChange.MemberRemoved(
                      NOW, "plans", "r1", new RoomChange.MemberRemoved.Gone(6))),
              Map.entry(
                  "marked_read", Signal.MarkedRead.of("general", 7, new Unread(12, 3), null, NOW)),
              Map.entry(
                  "marked_read-ref", Signal.MarkedRead.of("@6", 8, new Unread(0, 0), "r1", NOW)),
              Map.entry("message_read", Signal.MessageRead.of(42, ANN, "general", NOW)),
              Map.entry("ignored", Signal.Ignored.of(Set.of(7L, 6L), null, NOW)),
              Map.entry("ignored-ref", Signal.Ignored.of(Set.of(), "r1", NOW)),
              Map.entry("typing", Signal.Typing.of(ANN, true, "general", NOW)),
              Map.entry("typing-ended", Signal.Typing.of(ANN, false, "@5", NOW)),
              Map.entry("pong", new SessionMessage.Pong(NOW, null)),
              Map.entry("pong-ref", new SessionMessage.Pong(NOW, "r1")),
              Map.entry("ack", new SessionMessage.Ack(NOW, "r1", 42, 7, "general")),
              Map.entry(
                  "error", SessionMessage.Failure.of(new Rejection(Code.USER_NOT_FOUND), NOW)),
              Map.entry(
                  "error-retry",
                  SessionMessage.Failure.of(
                      Rejection.retryAfter(Code.RATE_LIMITED, Duration.ofMillis(250))
                          .answering("r1"),
                      NOW)),
              Map.entry(
                  "going_away",
                  new SessionMessage.GoingAway(NOW, new SessionMessage.GoingAway.Return(1_234)))));

  private Samples() {}

  private static Map<String, ServerMessage> with(
      Map<String, ServerMessage> some, Map<String, ServerMessage> others) {
    Map<String, ServerMessage> all = new TreeMap<>(some);
    all.putAll(others);
    return all;
  }

  static ServerMessage of(String name) {
    return Objects.requireNonNull(ALL.get(name));
  }
}
