package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.testing.ManualClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The password in a JDBC URL is nowhere but there. */
class PasswordTest {
  private static final String SECRET = "xyzzy-plugh";

  private static final class Lines extends Handler {
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      all.add(new SimpleFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void itIsInNoLineOfTheLogAndNotInThePlace() {
    String url = TestDatabases.postgresUrl() + "&password=" + SECRET;
    Lines lines = new Lines();
    Logger root = Logger.getLogger("");
    root.addHandler(lines);
    try (Store store = DatabaseStore.url(url, SharedDatabase.TERMS, new ManualClock(), "test")) {
      assertFalse(store.place().contains(SECRET), store.place());
    } finally {
      root.removeHandler(lines);
    }
    assertFalse(lines.all.isEmpty());
    assertEquals(List.of(), lines.all.stream().filter(line -> line.contains(SECRET)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/chat?user=me&password=" + SECRET,
        "jdbc:postgresql://127.0.0.1:nonsense/chat?user=me&password=" + SECRET,
        "jdbc:mariadb://127.0.0.1:1/chat?user=me&password=" + SECRET,
        "jdbc:mysql://127.0.0.1:1/chat?user=me&password=" + SECRET,
        "jdbc:mariadb://127.0.0.1:nonsense/chat?user=me&password=" + SECRET,
      })
  void itIsNotInARefusal(String url) {
    String refusal =
        String.valueOf(
            assertThrows(
                    StoreException.class,
                    () -> DatabaseStore.url(url, SharedDatabase.TERMS, new ManualClock(), "test"))
                .getMessage());
    assertFalse(refusal.contains(SECRET), refusal);
  }
}
