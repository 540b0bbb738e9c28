package chatroom.functional;

import static chatroom.functional.Officials.PASSWORD;
import static chatroom.functional.Officials.assertSentAway;
import static chatroom.functional.Officials.assertTurnedAway;
import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Images;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A banned guest does not come again as another one; who has an account comes from anywhere. */
final class BannedPlacesIT {
  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("trusted-proxies", "127.0.0.0/8");

  private TestClient mo;

  @BeforeEach
  void theModeratorIsThere() {
    if (Files.exists(Officials.tokenFile(CHAT.server()))) {
      Officials.appoint(CHAT.server());
    }
    mo = CHAT.keep(Officials.signIn(CHAT.server(), "Mo"));
  }

  private TestClient from(String address) {
    return CHAT.keep(
        TestClient.to(CHAT.server().ws())
            .header("X-Forwarded-For", address)
            .subprotocols("chat.v1")
            .connect());
  }

  private TestClient plainFrom(String address) {
    return CHAT.keep(
        TestClient.to(CHAT.server().ws()).header("X-Forwarded-For", address).connect());
  }

  private String banned(TestClient guest) {
    mo.untilNow();
    mo.send("ban", "target_id", guest.id(), "reason", "spam", "ref", "b");
    return content(mo.await("moderated")).getString("addresses");
  }

  private void unbanned(TestClient guest) {
    mo.send("unban", "target_id", guest.id(), "ref", "u");
    assertEquals("unban", content(mo.await("moderated")).getString("act"));
  }

  @Test
  void theAddressOfAGuestIsBannedForGuests() {
    TestClient bob = from("203.0.113.7").hello("name", "Bob");
    TestClient tab = from("203.0.113.7").hello("name", "Bob2");
    TestClient other = from("203.0.113.8").hello("name", "Other");
    TestClient ann = from("203.0.113.7").hello("username", "Ann", "password", PASSWORD);
    assertEquals("203.0.113.7/32", banned(bob));

    assertSentAway(bob, "spam");
    assertSentAway(tab, "spam");
    assertTurnedAway(from("203.0.113.7"), "name", "Bob");
    assertTurnedAway(from("203.0.113.9"), "resume_token", bob.token());
    assertTurnedAway(from("203.0.113.7"), "resume_token", tab.token());
    assertTurnedAway(plainFrom("203.0.113.7"));
    other.untilNow();
    ann.untilNow();
    from("203.0.113.7").hello("username", "Max", "password", PASSWORD).untilNow();

    unbanned(bob);
    assertEquals(bob.id(), from("203.0.113.7").hello("resume_token", bob.token()).id());
  }

  private static int status(TestClient who, String url, String from) {
    return Uploader.of(CHAT.server(), who.token()).get(url, "X-Forwarded-For", from).statusCode();
  }

  @Test
  void fromThereNoGuestUploadsOrGetsAPictureAndNobodyWhoIsBanned() {
    TestClient bob = from("203.0.113.20").hello("name", "Bob");
    TestClient tab = from("203.0.113.20").hello("name", "Tab");
    TestClient ann = from("203.0.113.20").hello("username", "Ann", "password", PASSWORD);
    Uploader uploader = Uploader.of(CHAT.server(), tab.token());
    String url = Uploader.of(CHAT.server(), ann.token()).upload("general", Images.png());
    assertEquals(200, status(tab, url, "203.0.113.20"));
    long before = UploadsIT.files(CHAT.server());
    banned(bob);

    assertEquals(401, status(tab, url, "203.0.113.20"));
    assertEquals(
        "401 auth_failed",
        Uploader.refusal(
            uploader.post("general", Images.png(), "X-Forwarded-For", "203.0.113.20")));
    assertEquals(before, UploadsIT.files(CHAT.server()));
    assertEquals(401, status(bob, url, "203.0.113.21"));
    assertEquals(200, status(tab, url, "203.0.113.21"));
    assertEquals(200, status(ann, url, "203.0.113.20"));

    mo.send("ban", "target_id", ann.id(), "seconds", 60, "ref", "b");
    mo.await("moderated", it -> it.getString("ref").equals("b"));
    assertEquals(401, status(ann, url, "203.0.113.21"));
    unbanned(ann);
    assertEquals(200, status(ann, url, "203.0.113.20"));
    unbanned(bob);
    assertEquals(200, status(tab, url, "203.0.113.20"));
  }

  @Test
  void ofALongAddressTheFirstHalfIs() {
    TestClient bob = from("2001:db8:0:7::1").hello("name", "Bob");
    assertEquals("2001:db8:0:7:0:0:0:0/64", banned(bob));
    assertSentAway(bob, "spam");
    assertTurnedAway(from("2001:db8:0:7:ffff::2"), "name", "Bob");
    from("2001:db8:0:8::1").hello("name", "Bob");
    unbanned(bob);
  }
}
