package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A server that goes and comes back: what is refused is not stored, and it goes on by itself. */
class PostgresFaultsTest {
  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  private static Store open(EmbeddedPostgres server) {
    return DatabaseStore.url(
        server.getJdbcUrl("postgres", "postgres"), SharedDatabase.TERMS, new ManualClock(), "test");
  }

  /** Many send without a pause while something happens. */
  private static void under(Traffic traffic, Happening happening) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService senders = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      senders.execute(
          () -> {
            while (!over.get()) {
              traffic.sendAndWait();
            }
          });
    }
    int before = traffic.acknowledged();
    Eventually.until("they are stored", () -> traffic.acknowledged() > before + 20);
    happening.happen();
    over.set(true);
    senders.shutdown();
    assertTrue(senders.awaitTermination(Eventually.BOUND.toSeconds(), TimeUnit.SECONDS));
  }

  @FunctionalInterface
  private interface Happening {
    void happen() throws Exception;
  }

  @Test
  void aServerThatIsStartedAgainHasAllThatWasAcknowledgedAndNothingElse() throws Exception {
    Path data = TestDatabases.folder();
    EmbeddedPostgres first = start(data, 0);
    EmbeddedPostgres[] second = new EmbeddedPostgres[1];
    try (Store store = open(first)) {
      Traffic traffic = new Traffic(store.messages());
      under(
          traffic,
          () -> {
            first.close();
            Eventually.until(
                "messages are refused",
                () -> {
                  traffic.send();
                  return traffic.refused() > 0;
                });
            second[0] = start(data, first.getPort());
            traffic.sendUntilStored();
          });
      traffic.assertTold();
    } finally {
      second[0].close();
    }
  }

  @Test
  void connectionsThatAreCutCostNoMessage() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Store store = open(server);
        var other = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        var statement = other.createStatement()) {
      Traffic traffic = new Traffic(store.messages());
      under(
          traffic,
          () -> {
            for (int cut = 0; cut < 10; cut++) {
              int before = traffic.acknowledged();
              statement.execute(
                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                      + " WHERE pid <> pg_backend_pid() AND datname = 'postgres'");
              Eventually.until("they go on", () -> traffic.acknowledged() > before + 20);
            }
          });
      traffic.assertTold();
    }
  }
}
