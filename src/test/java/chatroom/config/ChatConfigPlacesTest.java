package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.config.Machine.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ChatConfigPlacesTest {
  @TempDir Path userHome = Path.of("");
  private Machine machine = new Machine(userHome);

  @BeforeEach
  void aFreshMachine() {
    machine = new Machine(userHome);
  }

  @Test
  void withNothingSaidEveryDefaultHolds() {
    ChatConfig config = machine.config();

    assertEquals(userHome.resolve(".chat/chat"), config.home());
    assertEquals(
        """
        home = %s (default)
        max-clients = 1000 (default)
        max-clients-per-address = 0 (default)
        max-message-bytes = 10240 (default)
        history-size = 100 (default)
        rooms = general,random,gaming (default)
        room-creation = anyone (default)
        max-rooms-per-user = 50 (default)
        roster-limit = 500 (default)
        rate-limit = 10 (default)
        allowed-origins = "" (default)
        trusted-proxies = "" (default)
        ping-interval-seconds = 25 (default)
        queue-bytes = 1048576 (default)
        gathering-millis = 15 (default)
        edit-window-seconds = 900 (default)
        auth = open (default)
        auth-header = "" (default)
        auth-header-roles = "" (default)
        registration = open (default)
        typing = true (default)
        compression = false (default)
        log = database (default)
        datasource = "" (default)
        jdbc-url = "" (default)
        retention-days = 0 (default)
        resume-window-seconds = 30 (default)
        resume-token-days = 30 (default)
        max-upload-bytes = 5242880 (default)
        upload-quota-bytes = 104857600 (default)
        upload-total-bytes = 10737418240 (default)"""
            .formatted(config.home()),
        config.describe());
  }

  @ParameterizedTest
  @EnumSource
  void eachPlaceIsHeardAndNamed(Where where) {
    ChatConfig config = machine.say(where, "max-clients", "7").config();

    assertEquals(7, config.maxClients());
    String source = config.describe().lines().skip(1).findFirst().orElse("");
    assertTrue(source.startsWith("max-clients = 7 ("), source);
    assertTrue(source.endsWith(where.maxClientsSource + ")"), source);
  }

  static Stream<Arguments> neighbours() {
    List<Where> places = List.of(Where.values());
    return IntStream.range(1, places.size())
        .mapToObj(i -> Arguments.of(places.get(i - 1), places.get(i)));
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void theEarlierOfTwoNeighbouringPlacesWins(Where earlier, Where later) {
    ChatConfig config =
        machine.say(earlier, "max-clients", "1").say(later, "max-clients", "2").config();

    assertEquals(1, config.maxClients());
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void aBlankValueLeavesItToTheNextPlace(Where earlier, Where later) {
    ChatConfig config =
        machine.say(earlier, "max-clients", "  ").say(later, "max-clients", "2").config();

    assertEquals(2, config.maxClients());
  }

  @Test
  void aJndiValueMayBeANumberOrABoolean() {
    machine.jndi.put("java:comp/env/chat/max-clients", 7);
    machine.jndi.put("java:comp/env/chat/compression", true);

    assertEquals(7, machine.config().maxClients());
    assertTrue(machine.config().compression());
  }

  @Test
  void whiteSpaceAroundAValueIsIgnored() {
    assertEquals(7, machine.say(Where.VARIABLE, "max-clients", " 7\n").config().maxClients());
  }

  @Test
  void theDefaultHomeIsNamedAfterTheContext() {
    assertEquals(userHome.resolve(".chat/ROOT"), machine.config("").home());
    assertEquals(userHome.resolve(".chat/a#b"), machine.config("/a/b").home());
  }

  @Test
  void aHomeMayBeginWithTheUsersHome() {
    assertEquals(userHome.resolve("x"), machine.say(Where.VARIABLE, "home", "~/x").config().home());
  }

  @Test
  void aRelativeHomeBeginsAtTheWorkingDirectory() {
    assertEquals(
        Path.of("x").toAbsolutePath(), machine.say(Where.PARAMETER, "home", "x").config().home());
  }

  @Test
  void theFileIsReadFromTheConfiguredHome() {
    machine.say(Where.FILE, "max-clients", "7");
    machine.properties.put("user.home", "/nowhere");

    assertEquals(
        7, machine.say(Where.PARAMETER, "home", machine.home().toString()).config().maxClients());
  }

  @Test
  void theFileIsUtf8AndMayBeginWithAByteOrderMark() {
    machine.file("\uFEFFmax-clients = 7\n# Grüße\n");

    assertEquals(7, machine.config().maxClients());
  }

  @Test
  void theFileCannotMoveTheHomeItIsIn() {
    machine.say(Where.FILE, "home", "/elsewhere");

    assertEquals(machine.home(), machine.config().home());
    assertEquals(
        "Unknown setting, ignored: in " + machine.home().resolve("chat.properties") + ": home",
        machine.config().warnings().get(0));
  }

  @Test
  void theRealSurroundingsHoldThisJvmsProperties() {
    Surroundings real =
        Surroundings.ofThisServer(name -> name.equals("chat.max-clients") ? 7 : null);

    assertEquals(System.getProperty("user.home"), real.systemProperties().get("user.home"));
    assertEquals(System.getenv(), real.environment());
    assertTrue(
        real.beforeFile().get(0).find("no-such-key").isEmpty(),
        "nothing is bound outside a server");
    assertEquals("7", real.afterFile().find("max-clients").orElseThrow().text());
  }
}
