package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of what is kept, and where. */
final class DatabaseKeysTest {
  @Test
  void whatIsSaidIsInForce() {
    ChatConfig config =
        Configs.of(
            Map.of(
                "log", "memory",
                "datasource", "jdbc/chat",
                "retention-days", "365",
                "resume-window-seconds", "0",
                "resume-token-days", "7"));

    assertFalse(config.logIsKept());
    assertEquals(Optional.of("jdbc/chat"), config.dataSource());
    assertEquals(Optional.empty(), config.jdbcUrl());
    assertEquals(365, config.retentionDays());
    assertEquals(0, config.resumeWindowSeconds());
    assertEquals(7, config.resumeTokenDays());
    assertEquals(
        Optional.of("jdbc:sqlite:/x/chat.db"),
        Configs.of(Map.of("jdbc-url", "jdbc:sqlite:/x/chat.db")).jdbcUrl());
  }

  private static String faultsOf(Map<String, String> settings) {
    return String.valueOf(
        assertThrows(ConfigException.class, () -> Configs.of(settings)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Database", "true", "none"})
  void aLogIsADatabaseOrMemory(String text) {
    assertTrue(faultsOf(Map.of("log", text)).endsWith("database or memory is needed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db/chat",
        "jdbc:oracle:thin:@db",
        "jdbc:postgresql:",
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:x?mode=memory"
      })
  void aJdbcUrlIsOfAKnownKindAndLeadsSomewhere(String text) {
    assertTrue(faultsOf(Map.of("jdbc-url", text)).contains("jdbc-url = \"" + text + "\" ("));
  }

  @Test
  void onlyOneOtherDatabaseCanBeUsed() {
    assertTrue(
        faultsOf(Map.of("jdbc-url", "jdbc:mariadb://db/chat", "datasource", "jdbc/chat"))
            .endsWith("datasource is set, too; only one of them can be"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/chat?user=me&password=xyzzy",
        "jdbc:postgresql://db/chat?password=xyzzy&user=me",
        "jdbc:postgresql://db/chat?user=me&sslpassword=xyzzy&ssl=true",
        "jdbc:mariadb://db/chat?user=me&Password=xyzzy",
        "jdbc:mariadb://db/chat?trustStorePwd=xyzzy",
        "jdbc:postgresql://me:xyzzy@db/chat",
      })
  void aPasswordIsNeverShown(String url) {
    assertEquals(Optional.of(url), Configs.of(Map.of("jdbc-url", url)).jdbcUrl());
    String described = Configs.of(Map.of("jdbc-url", url)).describe();
    assertFalse(described.contains("xyzzy"), described);
    assertTrue(described.contains("***"), described);

    String faults = faultsOf(Map.of("jdbc-url", url, "datasource", "jdbc/chat"));
    assertFalse(faults.contains("xyzzy"), faults);
  }
}
