package chatroom.storage;

import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the tables of a database to what this version needs. */
final class Migrations {
  private static final String HISTORY = "chat_schema_history";

  private Migrations() {}

  /**
   * Makes the tables, or changes those of an older version.
   *
   * @throws StoreException if they are those of a newer version, or it fails
   */
  static void run(Database database) {
    // Jackson, under Flyway, keeps what it has met in its thread, and where the server has a
    // Jackson
    // of its own, also for good: either would keep this application in memory.
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                migrate(database);
                end.complete(null);
              } catch (RuntimeException e) {
                end.completeExceptionally(e);
              }
            },
            "chat-migrations");
    thread.start();
    try {
      end.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException known ? known : e;
    } finally {
      TypeFactory.defaultInstance().clearCache();
    }
  }

  private static void migrate(Database database) {
    try {
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(database.writing())
              .locations("classpath:db/migration/" + database.dialect().vendor())
              .table(HISTORY)
              // Others may have tables in the same schema.
              .baselineOnMigrate(true)
              .baselineVersion("0")
              .loggers("slf4j")
              .load();
      refuseNewer(flyway, database);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The tables in " + database.place() + " cannot be prepared: " + e.getMessage());
    }
  }

  private static void refuseNewer(Flyway flyway, Database database) {
    Arrays.stream(flyway.info().all())
        .filter(it -> it.getState().isApplied() && !it.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .findAny()
        .ifPresent(
            version -> {
              throw new StoreException(
                  database.place()
                      + " was written by a newer version of Chatroom, with tables of version "
                      + version
                      + ": deploy that version again, or put a copy from before it in its place");
            });
  }
}
