package chatroom.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Act;
import chatroom.room.Guests.Receipt;
import chatroom.room.Unavailable;
import chatroom.storage.AuditCheck.Noted;
import chatroom.storage.AuditCheck.Outcome;
import chatroom.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that looks at the audit log, at a server of a database. */
abstract class AuditCommandTest {
  private static final int ENTRIES = 6;

  abstract SharedDatabase database();

  abstract String url();

  @BeforeEach
  void write() {
    Store store = database().fresh(new ManualClock());
    for (int user = 1; user <= ENTRIES; user++) {
      CompletableFuture<Boolean> told = new CompletableFuture<>();
      store
          .audit()
          .append(
              new Act("kick", 1, "Ann", user, "Bob 👍" + user, "general", "späm\0"),
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
  }

  private void sql(String statements) {
    try (Connection connection = database().get().writing().getConnection();
        Statement meddling = connection.createStatement()) {
      for (String statement : statements.split(";", -1)) {
        meddling.execute(statement);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome look() {
    return AuditCheck.url(url(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE chat_audit SET detail = 'x' WHERE entry = 3 | 3",
        "UPDATE chat_audit SET at = at + 1 WHERE entry = 6 | 6",
        "DELETE FROM chat_audit WHERE entry = 3 | 3",
        "DELETE FROM chat_audit WHERE entry = 1 | 1",
        "UPDATE chat_audit SET entry = 99 WHERE entry = 2;"
            + "UPDATE chat_audit SET entry = 2 WHERE entry = 3;"
            + "UPDATE chat_audit SET entry = 3 WHERE entry = 99 | 2",
      })
  void whoMeddlesIsFoundOutAtTheFirstEntryThatDoesNotFit(String meddling, long first) {
    Outcome before = look();
    assertEquals(new Outcome(ENTRIES, before.head(), Optional.empty()), before);
    sql(meddling);
    Outcome outcome = look();

    assertEquals(first - 1, outcome.count());
    assertTrue(outcome.fault().orElse("").startsWith("Entry " + first + " "), outcome.toString());
  }

  @Test
  void thatTheLastOneWasRemovedIsSeenByWhoNotedIt() {
    Outcome before = look();
    sql("DELETE FROM chat_audit WHERE entry = 6");

    assertEquals(Optional.empty(), look().fault());
    Optional<Noted> noted = Optional.of(new Noted(before.count(), before.head()));
    String fault = AuditCheck.url(url(), noted).fault().orElse("");
    assertTrue(fault.startsWith("Entry 6 is not there"), fault);
  }

  @Test
  void theCommandSaysWhetherItIsWhole() throws IOException {
    String noted = ENTRIES + ":" + look().head();
    String told = command(0, noted);
    assertTrue(told.contains("The audit log is whole."), told);
    assertTrue(told.contains("To note: " + noted), told);
    sql("DELETE FROM chat_audit WHERE entry = 6");
    told = command(1, noted);
    assertTrue(told.contains("BROKEN. Entry 6 is not there"), told);
  }

  private String command(int exitCode, String noted) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "chatroom.app.VerifyAudit"));
    line.addAll(List.of("--jdbc-url", url(), "--noted", noted));
    Process verify = new ProcessBuilder(line).redirectErrorStream(true).start();
    String told = new String(verify.getInputStream().readAllBytes(), UTF_8);
    assertEquals(exitCode, verify.onExit().join().exitValue(), told);
    return told;
  }
}
