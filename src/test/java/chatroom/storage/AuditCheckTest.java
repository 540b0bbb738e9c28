package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Act;
import chatroom.room.Guests.Receipt;
import chatroom.room.Unavailable;
import chatroom.storage.AuditCheck.Noted;
import chatroom.storage.AuditCheck.Outcome;
import chatroom.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who meddles with the table of the audit log is found out, but for the end of it. */
class AuditCheckTest {
  private static final int ENTRIES = 6;

  /** A file with the entries, which each test has a copy of. */
  @TempDir private static Path template = Path.of("");

  private Path file = Path.of("");
  private Optional<Store> open = Optional.empty();

  @BeforeAll
  static void write() {
    try (Store store = open(template.resolve("chat.db"))) {
      for (int user = 1; user <= ENTRIES; user++) {
        append(store, new Act("kick", 1, "Ann", user, "Bob" + user, "general", "spam"));
      }
    }
  }

  private static Store open(Path file) {
    return DatabaseStore.file(file, SharedDatabase.TERMS, new ManualClock(), "test");
  }

  @BeforeEach
  void copy() throws IOException {
    file = TestDatabases.folder().resolve("chat.db");
    Files.copy(template.resolve("chat.db"), file);
  }

  @AfterEach
  void close() {
    open.ifPresent(Store::close);
  }

  private void append(Act act) {
    if (open.isEmpty()) {
      open = Optional.of(open(file));
    }
    append(open.get(), act);
  }

  private static void append(Store store, Act act) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    store
        .audit()
        .append(
            act,
            new Receipt() {
              @Override
              public void kept() {
                told.complete(true);
              }

              @Override
              public void refused(Unavailable why) {
                told.completeExceptionally(why);
              }
            });
    assertTrue(told.join());
  }

  private Outcome look() {
    return look(Optional.empty());
  }

  private Outcome look(Optional<Noted> noted) {
    return AuditCheck.file(file, noted);
  }

  private void sql(String statement) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement meddling = connection.createStatement()) {
      for (String part : statement.split(";", -1)) {
        meddling.execute(part);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.list(file.getParent())) {
      return all.map(it -> it.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void whatNobodyMeddledWithIsWholeAlsoWhileItIsUsed() {
    Outcome first = look();
    append(new Act("lockdown", 0, "System", 0, "", "", "on"));
    Outcome second = look();

    assertEquals(new Outcome(ENTRIES, first.head(), Optional.empty()), first);
    assertEquals(new Outcome(ENTRIES + 1L, second.head(), Optional.empty()), second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE chat_audit SET at = at + 1 WHERE entry = 3 | 3",
        "UPDATE chat_audit SET kind = 'mute' WHERE entry = 3 | 3",
        "UPDATE chat_audit SET actor_id = 2 WHERE entry = 3 | 3",
        "UPDATE chat_audit SET actor_name = 'Eve' WHERE entry = 3 | 3",
        "UPDATE chat_audit SET target_id = 9 WHERE entry = 3 | 3",
        "UPDATE chat_audit SET target_name = '' WHERE entry = 3 | 3",
        "UPDATE chat_audit SET room = 'random' WHERE entry = 1 | 1",
        "UPDATE chat_audit SET detail = 'spam ' WHERE entry = 6 | 6",
        "UPDATE chat_audit SET room = 'generals', detail = 'pam' WHERE entry = 2 | 2",
        "UPDATE chat_audit SET hash = upper(hash) WHERE entry = 4 | 4",
        "DELETE FROM chat_audit WHERE entry = 3 | 3",
        "DELETE FROM chat_audit WHERE entry <= 2 | 1",
        "DELETE FROM chat_audit WHERE entry = 3;"
            + "UPDATE chat_audit SET entry = entry - 1 WHERE entry > 3 | 3",
        "UPDATE chat_audit SET entry = 99 WHERE entry = 2;"
            + "UPDATE chat_audit SET entry = 2 WHERE entry = 3;"
            + "UPDATE chat_audit SET entry = 3 WHERE entry = 99 | 2",
        "UPDATE chat_audit SET entry = -entry WHERE entry > 4;"
            + "UPDATE chat_audit SET entry = 1 - entry WHERE entry < 0;"
            + "INSERT INTO chat_audit SELECT 5, at, kind, actor_id, actor_name, target_id,"
            + " target_name, room, detail, hash FROM chat_audit WHERE entry = 4 | 5",
        "INSERT INTO chat_audit SELECT 7, at, kind, actor_id, actor_name, target_id,"
            + " target_name, room, detail, hash FROM chat_audit WHERE entry = 6 | 7",
        "INSERT INTO chat_audit SELECT 0, at, kind, actor_id, actor_name, target_id,"
            + " target_name, room, detail, hash FROM chat_audit WHERE entry = 6 | 1",
      })
  void whoMeddlesIsFoundOutAtTheFirstEntryThatDoesNotFit(String meddling, long first) {
    sql(meddling);
    Outcome outcome = look();

    assertEquals(first - 1, outcome.count());
    assertTrue(outcome.fault().orElse("").startsWith("Entry " + first + " "), outcome.toString());
  }

  @Test
  void thatTheEndIsCutOffIsSeenByWhoNotedIt() {
    Outcome before = look();
    sql("DELETE FROM chat_audit WHERE entry > 4");
    Optional<Noted> noted = Optional.of(new Noted(before.count(), before.head()));

    assertEquals(Optional.empty(), look().fault());
    assertEquals(4, look().count());
    assertTrue(look(noted).fault().orElse("").startsWith("Entry 6 is not there"));
    append(new Act("kick", 1, "Ann", 7, "Bob", "", ""));
    append(new Act("kick", 1, "Ann", 8, "Bob", "", ""));
    assertEquals(Optional.empty(), look().fault());
    assertTrue(look(noted).fault().orElse("").startsWith("Entry 6 is another"));
  }

  @Test
  void whatWasNotedAndIsThereIsWhole() {
    Outcome before = look();
    append(new Act("kick", 1, "Ann", 7, "Bob", "", ""));

    Outcome after = look(Optional.of(new Noted(before.count(), before.head())));
    assertEquals(Optional.empty(), after.fault());
  }

  @Test
  void itLeavesNoFileAndNoByteBehind() throws IOException {
    Set<String> before = files();
    byte[] bytes = Files.readAllBytes(file);

    assertEquals(ENTRIES, look().count());
    assertEquals(before, files());
    assertTrue(Arrays.equals(bytes, Files.readAllBytes(file)));
  }

  @Test
  void anEmptyLogIsWhole() {
    sql("DELETE FROM chat_audit");

    assertEquals(new Outcome(0, "0".repeat(64), Optional.empty()), look());
  }

  @Test
  void moreThanAPageIsReadToItsEnd() {
    for (int i = ENTRIES; i < AuditCheck.PAGE + 3; i++) {
      append(new Act("kick", 1, "Ann", i, "Bob", "", ""));
    }
    assertEquals(AuditCheck.PAGE + 3L, look().count());
    sql("UPDATE chat_audit SET detail = 'x' WHERE entry = " + (AuditCheck.PAGE + 2));
    assertEquals(AuditCheck.PAGE + 1L, look().count());
  }

  @Test
  void whatCannotBeReadIsSaid() {
    Path none = file.resolveSibling("none.db");
    sql("DROP TABLE chat_audit");

    assertThrows(StoreException.class, this::look);
    assertThrows(StoreException.class, () -> AuditCheck.file(none, Optional.empty()));
    assertThrows(StoreException.class, () -> AuditCheck.url("jdbc:none:", Optional.empty()));
  }
}
