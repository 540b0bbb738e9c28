package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Images;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is uploaded into a private room is for those who may read it, as long as they may. */
final class PrivateUploadsIT {
  private static final String NOWHERE = "uploads/" + "0".repeat(32);
  private static final AtomicInteger MADE = new AtomicInteger();

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private final String room = "pictures-" + MADE.incrementAndGet();
  private TestClient ann;
  private TestClient bob;
  private TestClient eve;
  private String url;

  @BeforeEach
  void annShowsBobAPictureInPrivate() {
    ann = guest();
    bob = guest();
    eve = guest();
    ann.send("create_room", "room", room, "private", true);
    ann.await("history", it -> it.getString("room").equals(room));
    ann.send("invite", "room", room, "to_id", bob.id());
    bob.await("invited");
    url = uploader(ann).upload(room, Images.png());
    ann.send("image", "room", room, "url", url, "ref", "i");
    ann.await("ack");
  }

  private static TestClient guest() {
    TestClient guest = CHAT.silent().hello();
    guest.untilNow();
    return guest;
  }

  private static Uploader uploader(TestClient who) {
    return Uploader.of(CHAT.server(), who.token());
  }

  /** It is answered as what does not exist is, both ways, and nobody hears of it. */
  private void assertUnknownTo(TestClient who) {
    Uploader stranger = uploader(who);
    long before = UploadsIT.files(CHAT.server());
    assertAlike(stranger.get(NOWHERE), stranger.get(url), "404 upload_not_found");
    assertAlike(
        stranger.post("nowhere", Images.png()),
        stranger.post(room, Images.png()),
        "404 room_not_found");
    assertEquals(before, UploadsIT.files(CHAT.server()));
    who.untilNow();
    who.send("image", "room", "general", "url", url, "ref", "r");
    who.expectError("invalid_url");
    who.expectNothing();
    ann.expectNothing();
  }

  private static void assertAlike(
      HttpResponse<byte[]> missing, HttpResponse<byte[]> refused, String expected) {
    assertEquals(expected, Uploader.refusal(missing));
    assertEquals(expected, Uploader.refusal(refused));
    assertArrayEquals(missing.body(), refused.body());
  }

  @Test
  void aStrangerNeitherGetsNorUploadsAnythingThere() {
    ann.untilNow();
    assertUnknownTo(eve);
  }

  @Test
  void whoIsInvitedMayAndWhoIsInvitedNoMoreMayNotWhereverTheyAre() {
    assertEquals(200, uploader(bob).get(url).statusCode());
    assertEquals(201, uploader(bob).post(room, Images.png()).statusCode());
    bob.send("join_room", "room", room);
    bob.await("history", it -> it.getString("room").equals(room));
    ann.send("uninvite", "room", room, "to_id", bob.id());
    bob.await("room_left");
    ann.untilNow();
    assertUnknownTo(bob);
    assertEquals(200, uploader(ann).get(url).statusCode());
  }

  @Test
  void onlyInItsRoomIsItShown() {
    ann.untilNow();
    eve.untilNow();
    ann.send("image", "room", "general", "url", url);
    ann.expectError("invalid_url");
    ann.send("image", "room", "@" + eve.id(), "url", url);
    ann.expectError("invalid_url");
    eve.expectNothing();
  }
}
