package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.config.Machine.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatConfigFaultsTest {
  @TempDir Path userHome = Path.of("");
  private Machine machine = new Machine(userHome);

  @BeforeEach
  void aFreshMachine() {
    machine = new Machine(userHome);
  }

  private String faultsOf(Machine faulty) {
    return String.valueOf(assertThrows(ConfigException.class, faulty::config).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "max-clients, 1, 1000000",
    "max-clients-per-address, 0, 1000000",
    "max-message-bytes, 256, 65536",
    "max-upload-bytes, 0, 104857600",
    "history-size, 1, 1000",
    "rate-limit, 0, 10000",
    "ping-interval-seconds, 1, 3600",
    "queue-bytes, 65536, 67108864",
    "gathering-millis, 0, 1000",
    "retention-days, 0, 36500",
    "resume-window-seconds, 0, 3600",
    "resume-token-days, 1, 3650",
    "upload-quota-bytes, 0, 1125899906842624",
    "upload-total-bytes, 0, 1125899906842624",
  })
  void aNumberIsHeldToItsBounds(String key, long min, long max) {
    for (long inside : new long[] {min, max}) {
      String described = Configs.of(Map.of(key, Long.toString(inside))).describe();
      assertTrue(described.contains(key + " = " + inside + " (system property"), described);
    }
    for (long outside : new long[] {min - 1, max + 1}) {
      String faults = faultsOf(new Machine(userHome).say(Where.FILE, key, "" + outside));
      assertTrue(faults.contains(key + " = \"" + outside + "\" ("), faults);
      assertTrue(
          faults.endsWith("a whole number from " + min + " to " + max + " is needed"), faults);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"many", "1e3", "1_000", "1,000", "٧", "7.0", "0x7", "+7", "99999999999999999999"})
  void whatIsNotPlainDigitsIsNoNumber(String text) {
    assertEquals(
        "Chatroom cannot start with these settings:\n  max-clients = \""
            + text
            + "\" (environment variable CHAT_MAX_CLIENTS):"
            + " a whole number from 1 to 1000000 is needed",
        faultsOf(machine.say(Where.VARIABLE, "max-clients", text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"True", "yes", "on", "1"})
  void aFlagIsTrueOrFalseStrictly(String text) {
    assertTrue(
        faultsOf(machine.say(Where.PARAMETER, "compression", text))
            .endsWith("(context parameter chat.compression): true or false is needed"));
    assertTrue(Configs.of(Map.of("compression", "true")).compression());
    assertFalse(Configs.of(Map.of("compression", "false")).compression());
  }

  @Test
  void aQueueMustHoldSeveralOfTheLargestMessages() {
    machine.say(Where.VARIABLE, "queue-bytes", "262143");
    assertEquals(262_143, machine.config().queueBytes());

    machine.say(Where.PROPERTY, "max-message-bytes", "65536");

    assertTrue(
        faultsOf(machine)
            .endsWith(
                "queue-bytes = \"262143\" (environment variable CHAT_QUEUE_BYTES):"
                    + " at least 262144 is needed, four times max-message-bytes"));
  }

  @Test
  void whoMayRegisterIsOneOfThree() {
    for (Registration registration : Registration.values()) {
      String text = registration.name().toLowerCase(Locale.ROOT);
      assertEquals(registration, Configs.of(Map.of("registration", text)).registration());
    }
    for (String text : List.of("Open", "invitations", "none")) {
      String faults = faultsOf(new Machine(userHome).say(Where.FILE, "registration", text));
      assertTrue(faults.endsWith("open, invitation or closed is needed"), faults);
    }
  }

  @Test
  void aPathThatTheSystemCannotExpressIsNoHome() {
    assertTrue(
        faultsOf(machine.say(Where.JNDI, "home", "a\0b"))
            .endsWith("(JNDI java:comp/env/chat/home): a path of a directory is needed"));
  }

  @Test
  void allFaultsAreReportedTogether() {
    machine
        .say(Where.JNDI, "max-clients", "many")
        .say(Where.PROPERTY, "rate-limit", "-1")
        .say(Where.VARIABLE, "compression", "maybe")
        .say(Where.FILE, "trusted-proxies", "localhost")
        .say(Where.PARAMETER, "allowed-origins", "example.org");

    List<String> lines = faultsOf(machine).lines().skip(1).map(String::strip).toList();

    assertEquals(
        List.of("max-clients", "rate-limit", "allowed-origins", "trusted-proxies", "compression"),
        lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    assertTrue(
        lines
            .get(3)
            .startsWith(
                "trusted-proxies = \"localhost\" ("
                    + machine.home().resolve("chat.properties")
                    + "): "),
        lines.get(3));
  }

  @Test
  void aFileThatCannotBeReadStopsTheDeployment() throws IOException {
    Files.createDirectories(machine.home().resolve("chat.properties"));

    assertTrue(faultsOf(machine).contains("chat.properties cannot be read: "));
  }

  @Test
  void aFileThatIsNotUtf8StopsTheDeployment() throws IOException {
    machine.file("");
    Files.write(machine.home().resolve("chat.properties"), new byte[] {'a', '=', (byte) 0xFC});

    assertTrue(faultsOf(machine).contains("chat.properties cannot be read: "));
  }

  @Test
  void aBrokenEscapeInTheFileStopsTheDeployment() {
    assertTrue(faultsOf(machine.file("a=\\uZZZZ")).contains("chat.properties cannot be read: "));
  }
}
