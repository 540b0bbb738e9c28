package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is named in a room is told so and counted, and nobody else is. */
final class MentionIT extends TwoInTheRoom {
  private static final int SMALL = 50;
  private static final AtomicInteger MADE = new AtomicInteger();

  private final String den = "den-" + MADE.incrementAndGet();
  private TestClient bob;

  @BeforeEach
  void bobIsThereToo() {
    bob = CHAT.join("Bob");
    mallory.untilNow();
    witness.untilNow();
  }

  private static boolean knows(TestClient reader, String room) {
    return list(reader.ask("get_rooms", "rooms")).stream()
        .anyMatch(it -> it.getString("name").equals(room));
  }

  private static int mentions(TestClient reader, String room) {
    return list(reader.ask("get_rooms", "rooms")).stream()
        .filter(it -> it.getString("name").equals(room))
        .findFirst()
        .orElseThrow()
        .getInt("mentions");
  }

  private static void namesNobody(JsonObject message) {
    assertFalse(message.containsKey("mentions"), message.toString());
    assertFalse(message.containsKey("mentions_room"), message.toString());
  }

  private void namesBob(JsonObject message) {
    assertEquals("[" + bob.id() + "]", message.getJsonArray("mentions").toString());
    assertFalse(message.containsKey("mentions_room"));
  }

  private void malloryMakesTheDen(boolean hidden) {
    mallory.ask("create_room", "room_created", "room", den, "private", hidden);
    mallory.await("history");
  }

  private JsonObject inTheDen(TestClient who, String text, TestClient reader) {
    who.send("message", "room", den, "content", text);
    return reader.await("message");
  }

  private void comesIntoTheDen(TestClient who) {
    who.send("join_room", "room", den);
    who.await("history");
  }

  private void strangersComeIntoTheDen(int times) {
    for (int i = 0; i < times; i++) {
      var rooms = Json.createObjectBuilder().add(den, 0).build();
      CHAT.silent().hello("rooms", rooms).await("history");
    }
  }

  @Test
  void whoIsNamedIsToldAndItCountsUntilItIsRead() {
    mallory.say("@bob: hi");
    JsonObject message = bob.expect("message");
    namesBob(message);
    namesBob(witness.expect("message"));
    assertEquals(1, mentions(bob, "general"));
    assertEquals(0, mentions(witness, "general"));
    assertEquals(0, mentions(mallory, "general"));
    long seq = message.getJsonNumber("seq").longValueExact();
    JsonObject marked = bob.ask("mark_read", "marked_read", "room", "general", "seq", seq - 1);
    assertEquals(1, content(marked).getInt("mentions"));
    marked = bob.ask("mark_read", "marked_read", "room", "general", "seq", seq);
    assertEquals(0, content(marked).getInt("mentions"));
    assertEquals(0, mentions(bob, "general"));
    namesBob(list(bob.ask("get_history", "history", "after_seq", seq - 1)).get(0));
    witness.expectNothing();
    unnoticed();
  }

  @Test
  void anyoneNamesEverybodyInASmallRoomAndOnlyTheOwnerInALargeOne() {
    malloryMakesTheDen(false);
    comesIntoTheDen(witness);
    strangersComeIntoTheDen(SMALL - 2);
    assertTrue(inTheDen(witness, "@room", mallory).getBoolean("mentions_room"));
    strangersComeIntoTheDen(1);
    namesNobody(inTheDen(witness, "@room!", mallory));
    mallory.untilNow();
    assertEquals(1, mentions(mallory, den));
    assertTrue(inTheDen(mallory, "@room", witness).getBoolean("mentions_room"));
    witness.untilNow();
    assertEquals(1, mentions(witness, den));
    assertFalse(list(bob.ask("get_rooms", "rooms")).toString().contains("\"mentions\":1"));
  }

  @Test
  void aStrangerOfAPrivateRoomIsNeitherToldNorCounted() {
    malloryMakesTheDen(true);
    mallory.ask("invite", "member_added", "room", den, "to_id", witness.id());
    witness.expect("invited");
    comesIntoTheDen(witness);
    namesNobody(inTheDen(mallory, "@Bob", witness));
    namesNobody(inTheDen(mallory, "@Nobody", witness));
    bob.expectNothing();
    assertEquals(0, mentions(bob, "general"));
    assertFalse(knows(bob, den));
    assertEquals(0, mentions(witness, den));
    mallory.await("join");
    mallory.expectNothing();
  }

  @Test
  void whatComesAfterFiftyNamesIsText() {
    mallory.say("@nobody ".repeat(49) + "@Bob");
    namesBob(bob.expect("message"));
    mallory.say("@nobody ".repeat(50) + "@Bob");
    namesNobody(bob.expect("message"));
    mallory.say("@".repeat(10_000));
    namesNobody(bob.expect("message"));
    assertEquals(1, mentions(bob, "general"));
    witness.untilNow();
    unnoticed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ｂｏｂ", "B\u043Eb", "BOB"})
  void aNameThatLooksTheSameIsNobodyElses(String name) {
    refused("name_taken", "{\"type\":\"set_name\",\"name\":\"" + name + "\"}");
    bob.expect("message");
    mallory.say("@" + name);
    namesBob(bob.expect("message"));
    namesBob(witness.expect("message"));
    assertEquals(0, mentions(witness, "general"));
    unnoticed();
  }

  @Test
  void nobodySaysThemselvesWhomAMessageNames() {
    var ids = Json.createArrayBuilder().add(bob.id()).build();
    mallory.send("message", "content", "hi", "mentions", ids, "mentions_room", true);
    namesNobody(bob.expect("message"));
    namesNobody(witness.expect("message"));
    assertEquals(0, mentions(bob, "general"));
    unnoticed();
  }
}
