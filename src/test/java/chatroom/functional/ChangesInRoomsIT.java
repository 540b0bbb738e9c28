package chatroom.functional;

import static chatroom.functional.Telling.acked;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In rooms where not everybody may write, messages are changed by those who may. */
final class ChangesInRoomsIT {
  private static final String CAT = "https://example.org/cat.png";

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void twoAreHere() {
    alice = CHAT.join("Alice");
    bob = CHAT.join("Bob");
  }

  private long saidIn(String room, boolean announcement) {
    alice.send("create_room", "room", room, "announcement", announcement);
    alice.await("history");
    bob.send("join_room", "room", room);
    bob.await("history");
    long id = Telling.id(acked(alice, "message", "content", "hear", "room", room, "ref", room));
    bob.await("message");
    alice.untilNow();
    return id;
  }

  @Test
  void whereOnlyFewWriteAllReact() {
    long id = saidIn("news", true);
    bob.send("react", "message_id", id, "emoji", "👍", "on", true);
    bob.expect("reaction");
    alice.expect("reaction");
    bob.send("image", "url", CAT, "room", "news", "reply_to", id);
    bob.expectError("not_allowed");
    bob.send("edit", "message_id", id, "content", "x");
    bob.expectError("not_allowed");
    alice.expectNothing();
    alice.send("edit", "message_id", id, "content", "hear, hear");
    bob.expect("message_edited");
  }

  @Test
  void inAnArchivedRoomNothingIsChanged() {
    long id = saidIn("done", false);
    alice.send("archive_room", "room", "done", "archived", true);
    bob.await("room_archived");
    alice.await("room_archived");
    for (TestClient each : List.of(alice, bob)) {
      for (String type : List.of("edit", "delete", "react")) {
        each.send(type, "message_id", id, "content", "x", "emoji", "👍", "on", true);
        each.expectError("not_allowed");
      }
      each.send("image", "url", CAT, "room", "done");
      each.expectError("not_allowed");
    }
    bob.expectNothing();
    alice.expectNothing();
  }
}
