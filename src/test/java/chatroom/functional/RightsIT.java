package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may not do what: it is answered so, and neither the target nor a witness sees anything. */
final class RightsIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient ada;
  private TestClient mo;
  private TestClient max;
  private TestClient ann;
  private TestClient witness;

  @BeforeEach
  void allAreThere() {
    if (Files.exists(Officials.tokenFile(CHAT.server()))) {
      Officials.appoint(CHAT.server());
    }
    witness = CHAT.join();
    ada = signIn("Ada");
    mo = signIn("Mo");
    max = signIn("Max");
    ann = signIn("Ann");
    hush();
  }

  private TestClient signIn(String name) {
    return CHAT.keep(Officials.signIn(CHAT.server(), name));
  }

  private void hush() {
    List.of(witness, ada, mo, max, ann).forEach(TestClient::untilNow);
  }

  private void refused(TestClient who, String type, Object... fields) {
    who.send(type, fields);
    assertEquals("r", who.expectError("not_allowed").getString("ref"));
    who.ask("ping", "pong");
  }

  private void mayDoNothing(TestClient who, List<TestClient> targets) {
    for (TestClient target : targets) {
      for (String type : List.of("kick", "mute", "unmute", "ban", "unban")) {
        refused(who, type, "target_id", target.id(), "ref", "r");
      }
      refused(who, "set_role", "target_id", target.id(), "role", "member", "ref", "r");
      refused(who, "set_role", "target_id", target.id(), "role", "admin", "ref", "r");
    }
    for (TestClient other : List.of(witness, ada, mo, max, ann)) {
      other.expectNothing();
    }
  }

  @Test
  void aMemberActsOnNobody() {
    mayDoNothing(ann, List.of(ada, mo, ann, witness));
    refused(ann, "get_restraints", "ref", "r");
  }

  @Test
  void aGuestActsOnNobodyWhateverItSaysItIs() {
    TestClient mallory =
        CHAT.silent()
            .hello("name", "Mallory", "role", "admin", "is_admin", true, "roles", "chat-admin");
    mallory.untilNow();
    hush();
    mayDoNothing(mallory, List.of(ada, mo, ann, witness, mallory));
    refused(mallory, "claim_admin", "token", "x", "ref", "r");
    mallory.send("kick", "target_id", ann.id(), "ref", "r", "is_admin", true, "from_id", ada.id());
    mallory.expectError("not_allowed");
    ann.expectNothing();
  }

  @Test
  void aModeratorActsOnMembersAlone() {
    mayDoNothing(mo, List.of(ada, max, mo));
    refused(mo, "set_role", "target_id", ann.id(), "role", "moderator", "ref", "r");
    refused(mo, "claim_admin", "token", "x", "ref", "r");
  }

  @Test
  void anAdministratorDoesNotActOnThemselvesAndStaysIfTheLast() {
    for (String type : List.of("kick", "mute", "unmute", "ban", "unban")) {
      refused(ada, type, "target_id", ada.id(), "ref", "r");
    }
    refused(ada, "set_role", "target_id", ada.id(), "role", "member", "ref", "r");
    List.of(witness, mo, max, ann).forEach(TestClient::expectNothing);
  }

  @Test
  void othersMessagesAreDeletedByThoseWhoKeepOrderAndEditedByNobody() {
    long ofWitness = Telling.said(witness, "one", ada, mo, max, ann);
    long ofMax = Telling.said(max, "two", witness, ada, mo, ann);
    for (TestClient who : List.of(ann, mo, ada)) {
      refused(who, "edit", "message_id", ofWitness, "content", "x", "ref", "r");
    }
    refused(ann, "delete", "message_id", ofWitness, "ref", "r");
    refused(mo, "delete", "message_id", ofMax, "ref", "r");
    List.of(witness, ada, mo, max, ann).forEach(TestClient::expectNothing);
    mo.send("delete", "message_id", ofWitness, "ref", "d");
    mo.await("ack");
    ada.send("delete", "message_id", ofMax, "ref", "d");
    assertEquals(mo.id(), witness.expect("message_deleted").getJsonNumber("from_id").longValue());
    assertEquals(ada.id(), witness.expect("message_deleted").getJsonNumber("from_id").longValue());
  }

  @Test
  void aRoleHoldsAtOnceOnOpenSocketsAndIsToldToTheRoom() {
    ada.send("set_role", "target_id", ann.id(), "role", "moderator", "ref", "s");
    assertEquals("s", ada.await("moderated").getString("ref"));
    assertEquals("moderator", office(ann.expect("role_changed")));
    assertEquals("moderator", office(witness.expect("role_changed")));
    ann.send("mute", "target_id", witness.id(), "seconds", 60, "ref", "m");
    ann.await("moderated");
    ann.await("message");
    witness.await("muted");
    ada.send("set_role", "target_id", ann.id(), "role", "member", "ref", "s");
    ann.await("role_changed");
    refused(ann, "unmute", "target_id", witness.id(), "ref", "r");
  }

  private static String office(JsonObject told) {
    return TestClient.content(told).getString("role");
  }
}
