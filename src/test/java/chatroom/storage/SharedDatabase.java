package chatroom.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database that the tests of a class share, and that each of them finds empty.
 *
 * <p>To be registered in a static field.
 */
final class SharedDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  static final StoreTerms TERMS = new StoreTerms(Duration.ofDays(30), Optional.empty());

  private final Callable<Database> opener;
  private final List<Database> database = new ArrayList<>();
  private final List<Store> open = new ArrayList<>();

  SharedDatabase(Callable<Database> opener) {
    this.opener = opener;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    database.add(opener.call());
    Migrations.run(get());
  }

  Database get() {
    return database.get(0);
  }

  /** How many rows a table has. */
  long count(String table) {
    try (Connection connection = get().reading().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The one that was opened last. */
  Store store() {
    return open.get(open.size() - 1);
  }

  /** An empty store; closed after the test. */
  Store fresh(InstantSource clock) {
    return fresh(clock, new Meddler());
  }

  /** An empty store with somebody in between; closed after the test. */
  Store fresh(InstantSource clock, Meddler meddler) {
    open.forEach(Store::close);
    try (Connection connection = get().writing().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "chat_message_fts",
              "chat_message",
              "chat_change",
              "chat_member",
              "chat_room_role",
              "chat_switch",
              "chat_charter",
              "chat_room",
              "chat_token",
              "chat_restraint",
              "chat_voucher",
              "chat_access_key",
              "chat_account",
              "chat_audit",
              "chat_guest",
              "chat_mark",
              "chat_ignore",
              "chat_upload")) {
        statement.execute("DELETE FROM " + table);
      }
      statement.execute("UPDATE chat_counters SET message_id = 0, user_id = 0, messages = 0");
      statement.execute("UPDATE chat_upload_total SET bytes = 0");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return reopened(clock, meddler, TERMS);
  }

  /** The store that was opened last. */
  Store current() {
    return open.get(open.size() - 1);
  }

  /** A store with what the last one kept; closed after the test. */
  Store reopened(InstantSource clock) {
    return reopened(clock, TERMS);
  }

  /** The same on other terms. */
  Store reopened(InstantSource clock, StoreTerms terms) {
    return reopened(clock, new Meddler(), terms);
  }

  private Store reopened(InstantSource clock, Meddler meddler, StoreTerms terms) {
    open.forEach(Store::close);
    try {
      Store store = new DatabaseStore(meddler.between(get()), terms, clock, "test");
      open.add(store);
      return store;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(Store::close);
    open.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database.forEach(Database::close);
    database.clear();
  }
}
