package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.config.Machine.Where;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {
  @TempDir Path temp = Path.of("");

  @Test
  void aMissingHomeIsMade() {
    ChatConfig config = new Machine(temp).config();

    try (Home home = Home.open(config)) {
      assertEquals(Optional.of(temp.resolve(".chat/chat")), home.directory());
      assertEquals(Optional.empty(), home.problem());
      assertTrue(Files.isDirectory(config.home()));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aHomeThatIsMadeIsForItsOwnerAlone() throws IOException {
    ChatConfig config = new Machine(temp).config();

    Home.open(config).close();

    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config.home())));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aHomeMayBeASymbolicLink() throws IOException {
    Path link =
        Files.createSymbolicLink(temp.resolve("link"), Files.createDirectory(temp.resolve("real")));

    try (Home home = Home.open(configured(link))) {
      assertEquals(Optional.of(link), home.directory());
    }
  }

  @Test
  void theWritingTestLeavesNothingBehind() throws IOException {
    try (Home home = Home.open(configured(temp));
        var files = Files.list(home.directory().orElseThrow())) {
      assertEquals(List.of(temp.resolve("chat.lock")), files.toList());
    }
  }

  @Test
  void aConfiguredHomeThatCannotBeMadeStopsTheDeployment() throws IOException {
    Path inTheWay = Files.createFile(temp.resolve("file"));
    ChatConfig config = configured(inTheWay.resolve("home"));

    String message = messageOf(config);

    assertTrue(
        message.contains(
            "home = \""
                + inTheWay.resolve("home")
                + "\" (system property chat.home): a directory that can be written is needed: "),
        message);
  }

  @Test
  void aConfiguredHomeThatIsAFileStopsTheDeployment() throws IOException {
    ChatConfig config = configured(Files.createFile(temp.resolve("file")));

    assertTrue(messageOf(config).contains("a directory that can be written is needed"));
  }

  @Test
  void withoutTheDefaultHomeTheRoomStillRuns() throws IOException {
    Path userHome = Files.createFile(temp.resolve("file"));

    try (Home home = Home.open(new Machine(userHome).config())) {
      assertEquals(Optional.empty(), home.directory());
      String problem = home.problem().orElseThrow();
      assertTrue(
          problem.startsWith(userHome.resolve(".chat/chat") + " cannot be written: "), problem);
    }
  }

  @Test
  void aUserWithoutAHomeHasNoDefaultHome() {
    Machine machine = new Machine(temp);
    machine.properties.put("user.home", "?");

    try (Home home = Home.open(machine.config())) {
      assertEquals(Optional.empty(), home.directory());
      assertEquals(Optional.of("The user of this server has no home directory"), home.problem());
    }
  }

  @Test
  void aSecondContextOfThisJvmIsRefused() {
    ChatConfig config = new Machine(temp).config();

    try (Home home = Home.open(config)) {
      assertTrue(home.directory().isPresent());
      assertEquals(
          "Chatroom cannot start with these settings:\n  home = \""
              + config.home()
              + "\" (default): another server is using this directory",
          messageOf(config));
    }
  }

  @Test
  void aSecondServerIsRefusedUntilTheFirstEnds() throws IOException, InterruptedException {
    Process first =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HomeHolder.class.getName(),
                temp.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = first.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("held", output.readLine());

      assertTrue(messageOf(configured(temp)).contains("another server is using this directory"));
    } finally {
      first.destroyForcibly().waitFor();
    }

    Home.open(configured(temp)).close();
  }

  @Test
  void aClosedHomeCanBeOpenedAgain() {
    Home first = Home.open(configured(temp));
    first.close();
    first.close();

    try (Home second = Home.open(configured(temp))) {
      assertEquals(Optional.of(temp), second.directory());
    }
  }

  @Test
  void homesOfTwoContextsDoNotMeet() {
    Machine machine = new Machine(temp);

    try (Home one = Home.open(machine.config("/one"));
        Home two = Home.open(machine.config("/two"))) {
      assertEquals(Optional.of(temp.resolve(".chat/one")), one.directory());
      assertEquals(Optional.of(temp.resolve(".chat/two")), two.directory());
    }
  }

  @Test
  void theFilesOfALockedHomeCanStillBeRead() {
    Machine machine = new Machine(temp).say(Where.FILE, "max-clients", "7");

    try (Home home = Home.open(machine.config())) {
      assertTrue(home.directory().isPresent());
      assertEquals(7, machine.config().maxClients());
    }
  }

  private static ChatConfig configured(Path home) {
    return Configs.of(Map.of("home", home.toString()));
  }

  private static String messageOf(ChatConfig config) {
    return String.valueOf(
        assertThrows(ConfigException.class, () -> Home.open(config)).getMessage());
  }

  /** Another server: holds the home it is told until it is ended. */
  static final class HomeHolder {
    private HomeHolder() {}

    public static void main(String[] args) throws IOException {
      try (Home home = Home.open(configured(Path.of(args[0])))) {
        System.out.println(home.directory().isPresent() ? "held" : "not held");
        System.out.println(System.in.read());
      }
    }
  }
}
