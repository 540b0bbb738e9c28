package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.EveryType;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever is tried by one who is no member of a private room: the answer is that of a room that
 * does not exist, it holds nothing of the room, and nobody there hears anything.
 */
final class StrangersIT {
  private static final String WORD = "xyzzyplugh";
  private static final String NO_ROOM = "no-such-room";
  private static final long NO_MESSAGE = 1L << 40;
  private static final long NO_USER = 1L << 41;
  private static final AtomicInteger MADE = new AtomicInteger();

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private final String room = "secret-" + MADE.incrementAndGet();
  private TestClient owner;
  private TestClient member;
  private long message;

  @BeforeEach
  void twoTalkInPrivate() {
    owner = CHAT.join();
    member = CHAT.join();
    owner.send("create_room", "room", room, "topic", WORD, "private", true);
    owner.await("history", it -> it.getString("room").equals(room));
    owner.send("invite", "room", room, "to_id", member.id());
    owner.expect("member_added");
    member.expect("invited");
    member.send("join_room", "room", room);
    member.await("history", it -> it.getString("room").equals(room));
    owner.expect("join");
    owner.send("message", "room", room, "content", WORD, "ref", "m");
    message = owner.expect("ack").getJsonNumber("id").longValueExact();
    member.expect("message");
    List.of(owner, member).forEach(StrangersIT::leaveGeneral);
    owner.untilNow();
  }

  private static void leaveGeneral(TestClient who) {
    who.send("leave_room", "room", "general");
    who.await("room_left");
  }

  private String said(String frame) {
    return frame
        .replace("ROOM", room)
        .replace("MESSAGE", Long.toString(message))
        .replace("USER", Long.toString(member.id()))
        .replace("WORD", WORD);
  }

  private String saidOfNothing(String frame) {
    return frame
        .replace("ROOM", NO_ROOM)
        .replace("MESSAGE", Long.toString(NO_MESSAGE))
        .replace("USER", Long.toString(NO_USER))
        .replace("WORD", "nobodysaidthis");
  }

  /** All that comes, but for when; a question is not repeated in its answer. */
  private static List<String> answers(TestClient who, String frame) {
    who.sendText(frame);
    return who.untilNow().stream().map(StrangersIT::timeless).toList();
  }

  private static String timeless(JsonObject answer) {
    return answer
        .toString()
        .replaceAll("\"(timestamp|sent_at|uptime_seconds|id|seq)\":[0-9]+", "\"$1\":0")
        .replaceAll("\"server_time\":\"[^\"]*\"", "\"server_time\":\"\"")
        .replaceAll("\"messages_stored\":[0-9]+", "\"messages_stored\":0");
  }

  private void assertStrange(Supplier<TestClient> connect) {
    TestClient stranger = connect.get();
    for (String frame : EveryType.FRAMES) {
      List<String> answers = answers(stranger, said(frame));
      assertEquals(answers(stranger, saidOfNothing(frame)), answers, frame);
      assertFalse(answers.toString().contains(room), frame + answers);
      assertFalse(answers.toString().contains(WORD), frame + answers);
      owner.expectNothing();
      member.expectNothing();
    }
  }

  @Test
  void aPlainClientLearnsNothing() {
    assertStrange(() -> CHAT.connect().greeted());
  }

  @Test
  void aClientOfChatV1LearnsNothing() {
    assertStrange(
        () -> {
          TestClient stranger = CHAT.silent().hello();
          stranger.untilNow();
          return stranger;
        });
  }

  @Test
  void helloNamesItInVain() {
    TestClient stranger = CHAT.silent();
    stranger.sendText(said(EveryType.HELLO));
    stranger.expect("welcome");
    JsonObject error = stranger.expectError("room_not_found");
    TestClient other = CHAT.silent();
    other.sendText(saidOfNothing(EveryType.HELLO));
    other.expect("welcome");
    assertEquals(other.expectError("room_not_found"), error);
    stranger.expectNothing();
    owner.expectNothing();
    member.expectNothing();
  }

  @Test
  void thatTheNameIsTakenIsAllThatCanBeLearnt() {
    TestClient stranger = CHAT.connect().greeted();
    stranger.send("create_room", "room", room);
    JsonObject error = stranger.expectError("room_exists");
    stranger.send("create_room", "room", "general");
    assertEquals(stranger.expectError("room_exists"), error);
    owner.expectNothing();
    member.expectNothing();
  }
}
