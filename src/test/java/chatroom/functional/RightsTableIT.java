package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each right as a member, a moderator and an administrator: who has it not is told so. */
final class RightsTableIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private static final String NO = "not_allowed";

  /** What each of the three is answered: a type, or {@link #NO}. */
  private record Right(
      String type, String member, String moderator, String admin, Supplier<List<Object>> fields) {}

  private int said;
  private TestClient witness;
  private TestClient ada;
  private TestClient mo;
  private TestClient max;
  private TestClient ann;

  @BeforeEach
  void allAreThere() {
    if (Files.exists(Officials.tokenFile(CHAT.server()))) {
      Officials.appoint(CHAT.server());
    }
    Officials.register(CHAT.server(), "Cal");
    witness = CHAT.join();
    ada = signedIn("Ada");
    mo = signedIn("Mo");
    max = signedIn("Max");
    ann = signedIn("Ann");
    ada.send("set_role", "username", "Cal", "role", "moderator", "ref", "s");
    ada.await("moderated");
  }

  /** What is said in a room comes after all that was told there before. */
  private void hush() {
    String last = "hush" + ++said;
    ada.send("message", "content", last, "ref", last);
    ada.await("ack", it -> it.getString("ref").equals(last));
    List.of(witness, mo, max, ann)
        .forEach(it -> it.await("message", told -> told.getString("content").equals(last)));
  }

  private static List<Object> target(TestClient who) {
    return List.of("target_id", who.id());
  }

  private List<Object> newcomer() {
    return target(CHAT.join());
  }

  private List<Object> message() {
    witness.send("message", "content", "x", "ref", "m" + ++said);
    String ref = "m" + said;
    return List.of(
        "message_id", witness.await("ack", it -> it.getString("ref").equals(ref)).getInt("id"));
  }

  private List<Object> done(String type, TestClient to) {
    ada.send(type, "target_id", to.id(), "ref", type);
    ada.await("moderated", it -> it.getString("ref").equals(type));
    return target(to);
  }

  private List<Object> tokenOfAda() {
    ada.send("create_token", "name", "t", "scopes", "read", "ref", "t");
    return List.of("id", TestClient.content(ada.await("token_created")).getString("id"));
  }

  private List<Object> roomRole(String role) {
    return List.of("room", "general", "to_id", witness.id(), "role", role);
  }

  private List<Right> rights() {
    return List.of(
        new Right("kick", NO, "moderated", "moderated", this::newcomer),
        new Right("ban", NO, "moderated", "moderated", this::newcomer),
        new Right("unban", NO, "moderated", "moderated", () -> done("ban", CHAT.join())),
        new Right("mute", NO, "moderated", "moderated", () -> target(witness)),
        new Right("unmute", NO, "moderated", "moderated", () -> done("mute", witness)),
        new Right("kick", NO, NO, "moderated", () -> target(signedIn("Cal"))),
        new Right("mute", NO, NO, "moderated", () -> target(max)),
        new Right("unmute", NO, NO, "moderated", () -> done("mute", max)),
        new Right("delete", NO, "ack", "ack", this::message),
        new Right("edit", NO, NO, NO, () -> join(message(), List.of("content", "y"))),
        new Right(
            "set_role", NO, NO, "moderated", () -> join(target(max), List.of("role", "moderator"))),
        new Right(
            "set_slow_mode",
            NO,
            "slow_mode",
            "slow_mode",
            () -> List.of("room", "general", "seconds", 0)),
        new Right("set_room_role", NO, "room_role", "room_role", () -> roomRole("member")),
        new Right("set_room_role", NO, NO, "room_role", () -> roomRole("moderator")),
        new Right("get_members", NO, "members", "members", () -> List.of("room", "general")),
        new Right("lockdown", NO, NO, "lockdown", () -> List.of("on", false)),
        new Right("get_audit", NO, NO, "audit", List::of),
        new Right("get_restraints", NO, "restraints", "restraints", List::of),
        new Right("get_config", NO, NO, "config", List::of),
        new Right("create_invitation", NO, NO, "unsupported", List::of),
        new Right(
            "create_token",
            "token_created",
            "token_created",
            "token_created",
            () -> List.of("name", "t", "scopes", "read")),
        new Right(
            "create_token",
            NO,
            NO,
            "token_created",
            () -> List.of("name", "t", "scopes", "read", "bot", "Robo")),
        new Right("get_tokens", "tokens", "tokens", "tokens", List::of),
        new Right("revoke_token", NO, NO, "tokens", this::tokenOfAda));
  }

  private static TestClient signedIn(String name) {
    return CHAT.keep(Officials.signIn(CHAT.server(), name));
  }

  private static List<Object> join(List<Object> some, List<Object> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  @Test
  void everyRightIsWhoseItIs() {
    for (Right right : rights()) {
      answered(ann, right, right.member());
      answered(mo, right, right.moderator());
      answered(ada, right, right.admin());
    }
  }

  private void answered(TestClient who, Right right, String expected) {
    String ref = "r" + ++said;
    List<Object> fields = join(right.fields().get(), List.of("ref", ref));
    hush();
    who.send(right.type(), fields.toArray());
    if (expected.equals(NO) || expected.equals("unsupported")) {
      assertEquals(ref, who.expectError(expected).getString("ref"), right.type());
      who.ask("ping", "pong");
      List.of(witness, ada, mo, max, ann).forEach(TestClient::expectNothing);
    } else {
      who.await(expected, it -> it.getString("ref", "").equals(ref));
    }
  }
}
