package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is one person's, and looks like nobody else's. */
final class NameIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  @Test
  void aNameIsConfirmedAndTheOthersAreTold() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("set_name", "name", "Alice");
    JsonObject changed = content(alice.expect("name_changed"));
    assertEquals(alice.name(), changed.getString("old_name"));
    assertEquals("Alice", changed.getString("new_name"));
    JsonObject told = content(bob.expect("user_renamed"));
    assertEquals(alice.id(), told.getJsonNumber("user_id").longValueExact());
    assertEquals(alice.name(), told.getString("old_name"));
    assertEquals("Alice", told.getString("new_name"));
    alice.expectNothing();
    bob.expectNothing();
  }

  @Test
  void fromThenOnTheNameIsEverywhere() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.rename("Alice");
    bob.expect("user_renamed");
    alice.say("hello");
    assertEquals("Alice", bob.expect("message").getString("from_name"));
    JsonObject users = bob.ask("get_users", "users");
    assertEquals("Alice", list(users).get(0).getString("name"));
    alice.leave();
    assertEquals("Alice", content(bob.expect("leave")).getString("user_name"));
  }

  static Stream<String> goodNames() {
    return Stream.of(
        "A",
        "小明",
        "José",
        "Ann Lee",
        "x".repeat(20),
        "汉".repeat(20),
        "\uD840\uDC00".repeat(20),
        "x\u0302".repeat(20),
        "名前😀");
  }

  @ParameterizedTest
  @MethodSource("goodNames")
  void isAName(String name) {
    TestClient alice = CHAT.join();
    alice.send("set_name", "name", name);
    assertEquals(name, content(alice.expect("name_changed")).getString("new_name"));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"  Ann  ,Ann", "Ann   Lee,Ann Lee", "Jose\u0301,José"})
  void spacesAroundAreCutAndCharactersComposed(String sent, String kept) {
    TestClient alice = CHAT.join();
    alice.send("set_name", "name", sent);
    assertEquals(kept, content(alice.expect("name_changed")).getString("new_name"));
  }

  static Stream<String> badNames() {
    return Stream.of(
        "",
        " ",
        "\t",
        "\u3000",
        "x".repeat(21),
        "汉".repeat(21),
        "\uD840\uDC00".repeat(21),
        "x".repeat(9000),
        "a\u0000b",
        "a\nb",
        "a\u0085b",
        "a\u202Eb",
        "a\u2066b",
        "a\u200Fb",
        "a\u200Bb",
        "a\uFEFFb",
        "a\u2060b",
        "a\u00ADb",
        "\u200B");
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void isNoName(String name) {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("set_name", "name", name, "ref", "n");
    JsonObject error = alice.expectError("invalid_name");
    assertEquals("Invalid name (1-20 characters required)", error.getString("message"));
    assertEquals("n", error.getString("ref"));
    bob.expectNothing();
    assertEquals(2, list(bob.ask("get_users", "users")).size());
  }

  @Test
  void anAbsentNameIsNone() {
    TestClient alice = CHAT.join();
    alice.send("set_name");
    alice.expectError("invalid_name");
    alice.send("set_name", "name", null);
    alice.expectError("invalid_name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System",
        "system",
        "SYSTEM",
        "Ｓystem",
        "Sуstem",
        "Ѕystem",
        "User7",
        "user7",
        "USER7",
        "User0",
        "User007",
        "User99999999999999",
        "Ｕser7",
        "User７",
        "Usеr7",
        " System "
      })
  void isReserved(String name) {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("set_name", "name", name);
    JsonObject error = alice.expectError("name_taken");
    assertEquals("Name already in use", error.getString("message"));
    bob.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alice", "alice", "ALICE", "Ａｌｉｃｅ", "Аlice", "Αlice", "Alicе", "AIice", " Alice ", "A1ice",
        "ⓐlice", "𝐀lice"
      })
  void looksLikeAlice(String name) {
    CHAT.join("Alice");
    TestClient mallory = CHAT.join();
    mallory.send("set_name", "name", name);
    mallory.expectError("name_taken");
  }

  @Test
  void onesOwnNameInOtherLettersIsOnesOwn() {
    TestClient alice = CHAT.join("Alice");
    alice.rename("ALICE");
    assertEquals("ALICE", alice.name());
  }

  @Test
  void onesOwnNumberIsOnesOwnName() {
    TestClient alice = CHAT.join();
    String first = alice.name();
    alice.rename("Alice");
    alice.rename(first);
    assertEquals(first, alice.name());
  }

  @Test
  void aNameIsFreeOnceItsLeaveWasTold() {
    TestClient alice = CHAT.join("Alice");
    TestClient bob = CHAT.join();
    alice.leave();
    bob.expect("leave");
    bob.rename("Alice");
    assertEquals("Alice", bob.name());
  }

  @Test
  void aNameGivenUpIsFree() {
    TestClient alice = CHAT.join("Alice");
    TestClient bob = CHAT.join();
    alice.rename("Anna");
    bob.expect("user_renamed");
    bob.rename("Alice");
    assertEquals("Alice", bob.name());
  }

  @Test
  void oneOfManyWhoWantItAtOnceGetsIt() {
    var clients = Stream.generate(CHAT::join).limit(8).toList();
    clients.forEach(c -> c.send("set_name", "name", "Only"));
    long given =
        clients.stream()
            .flatMap(c -> c.untilNow().stream())
            .filter(f -> f.getString("type").equals("name_changed"))
            .count();
    assertEquals(1, given);
    // The new name may be told to the first one in between.
    clients.get(0).send("get_users");
    var names = list(clients.get(0).await("users"));
    assertEquals(1, names.stream().filter(n -> n.getString("name").equals("Only")).count());
  }
}
