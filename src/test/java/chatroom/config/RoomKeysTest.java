package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the rooms, and of how many of their members are shown. */
final class RoomKeysTest {
  private static String faultsOf(Map<String, String> settings) {
    return String.valueOf(
        assertThrows(ConfigException.class, () -> Configs.of(settings)).getMessage());
  }

  private static String others(int count) {
    return IntStream.range(0, count).mapToObj(i -> ",r" + i).collect(Collectors.joining());
  }

  @Test
  void theRoomsAreThoseThatAreNamedInTheirOrder() {
    assertEquals(List.of("general", "random", "gaming"), Configs.of(Map.of()).rooms().names());
    assertEquals(
        List.of("dev-2", "general", "0_o"),
        Configs.of(Map.of("rooms", " dev-2 , general,0_o")).rooms().names());
    assertEquals(List.of("general"), Configs.of(Map.of("rooms", "general")).rooms().names());
  }

  @Test
  void aHundredRoomsAreTakenAndNotOneMore() {
    assertEquals(100, Configs.of(Map.of("rooms", "general" + others(99))).rooms().names().size());
    assertTrue(faultsOf(Map.of("rooms", "general" + others(100))).contains("rooms = \""));
  }

  @Test
  void aNameHasUpToThirtyTwoCharacters() {
    String longest = "x".repeat(32);

    assertEquals(
        List.of("general", longest),
        Configs.of(Map.of("rooms", "general," + longest)).rooms().names());
    assertTrue(faultsOf(Map.of("rooms", "general," + longest + "x")).contains("rooms = \""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random",
        "General",
        "general,general",
        "general,",
        ",general",
        "general,,dev",
        "general,Dev",
        "general,@7",
        "general,-x",
        "general,_x",
        "general,a b",
        "general,a.b",
        "general,a:b",
        "general,\u00fcber",
        "general,\u0435",
        "general;dev",
        "general,a\0",
        "*",
      })
  void anythingElseIsNoListOfRooms(String text) {
    assertEquals(
        "Chatroom cannot start with these settings:\n  rooms = \""
            + text
            + "\" (system property chat.rooms): 1 to 100 different names of 1 to 32 of a-z, 0-9, -"
            + " and _ (a letter or digit first), separated by commas, general among them, are"
            + " needed",
        faultsOf(Map.of("rooms", text)));
  }

  @Test
  void anyoneMakesRoomsOrNobody() {
    assertTrue(Configs.of(Map.of()).rooms().anyoneMakesRooms());
    assertTrue(Configs.of(Map.of("room-creation", "anyone")).rooms().anyoneMakesRooms());
    assertFalse(Configs.of(Map.of("room-creation", "nobody")).rooms().anyoneMakesRooms());
    assertTrue(faultsOf(Map.of("room-creation", "Anyone")).endsWith("anyone or nobody is needed"));
  }

  @Test
  void aUserIsInOneToTenThousandRooms() {
    assertEquals(50, Configs.of(Map.of()).rooms().perUser());
    assertEquals(1, Configs.of(Map.of("max-rooms-per-user", "1")).rooms().perUser());
    assertEquals(10_000, Configs.of(Map.of("max-rooms-per-user", "10000")).rooms().perUser());
    for (String text : List.of("0", "10001", "-1", "some")) {
      assertTrue(
          faultsOf(Map.of("max-rooms-per-user", text))
              .endsWith("a whole number from 1 to 10000 is needed"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100001", "many", "-1"})
  void aRosterHasOneToAHundredThousandMembers(String text) {
    assertTrue(
        faultsOf(Map.of("roster-limit", text))
            .endsWith("a whole number from 1 to 100000 is needed"));
    assertEquals(1, Configs.of(Map.of("roster-limit", "1")).rooms().rosterLimit());
    assertEquals(
        100_000,
        Configs.of(Map.of("roster-limit", "100000", "queue-bytes", "10000000"))
            .rooms()
            .rosterLimit());
  }

  @Test
  void aRosterMustFitIntoTheQueueOfAClient() {
    assertEquals(
        700,
        Configs.of(Map.of("queue-bytes", "70000", "roster-limit", "700")).rooms().rosterLimit());
    assertTrue(
        faultsOf(Map.of("queue-bytes", "70000", "roster-limit", "701"))
            .endsWith(
                "roster-limit = \"701\" (system property chat.roster-limit): at most 700 is"
                    + " needed, a hundredth of queue-bytes"));
  }
}
