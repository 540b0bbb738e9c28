package chatroom.storage;

import chatroom.room.AccessKeys;
import chatroom.room.Accounts;
import chatroom.room.Archive;
import chatroom.room.AuditLog;
import chatroom.room.Charters;
import chatroom.room.Guests;
import chatroom.room.MessageLog;
import chatroom.room.MessageSearch;
import chatroom.room.Notes;
import chatroom.room.Restraints;
import chatroom.room.Switches;
import chatroom.room.Unread;
import chatroom.room.Uploads;
import chatroom.room.Vouchers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;

/**
 * Keeps everything in a database: SQLite, PostgreSQL or MariaDB.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class DatabaseStore implements Store {
  private final Database database;
  private final GroupCommitWriter writer;
  private final Upkeep upkeep;
  private final MessageLog messages;
  private final Archive archive;
  private final MessageSearch search;
  private final ScheduledThreadPoolExecutor searchTimer;
  private final Guests guests;
  private final Accounts accounts;
  private final AuditLog audit;
  private final Switches switches;
  private final Restraints restraints;
  private final AccessKeys accessKeys;
  private final Vouchers vouchers;
  private final Charters rooms;
  private final Notes notes;
  private final Unread.Counter unread;
  private final Uploads uploads;

  /** Set before anybody else knows of it. */
  private Optional<FileCheck> check = Optional.empty();

  /** On a database with all tables, which is closed with it. */
  DatabaseStore(Database database, StoreTerms terms, InstantSource clock, String name)
      throws SQLException {
    this.database = database;
    TextIndex index = database.dialect().index();
    Ledger ledger = new Ledger(database.writing(), index, clock);
    writer = new GroupCommitWriter(ledger, name + "-writer");
    upkeep = new Upkeep(writer, terms, index, clock, name + "-upkeep");
    Reader reader = new Reader(database.reading());
    messages = new DatabaseMessageLog(writer, ledger, reader);
    archive = new DatabaseArchive(reader);
    searchTimer = TimeLimit.timer(name + "-search-timer");
    search = new DatabaseMessageSearch(reader, index, DatabaseMessageSearch.PATIENCE, searchTimer);
    guests = new DatabaseGuests(writer, reader, clock, terms.guestsRemembered());
    accounts = new DatabaseAccounts(writer, reader, clock);
    audit = new DatabaseAuditLog(writer, reader, clock);
    switches = new DatabaseSwitches(writer, reader);
    restraints = new DatabaseRestraints(writer, reader);
    accessKeys = new DatabaseAccessKeys(writer, reader, clock);
    vouchers = new DatabaseVouchers(writer, reader, clock);
    rooms = new DatabaseCharters(writer, reader);
    notes = new DatabaseNotes(writer, reader);
    unread = query -> reader.read(connection -> UnreadRows.count(connection, query));
    uploads = new DatabaseUploads(writer, ledger, reader);
  }

  private static DatabaseStore open(
      Database database, StoreTerms terms, InstantSource clock, String name) {
    try {
      Migrations.run(database);
      return new DatabaseStore(database, terms, clock, name);
    } catch (SQLException e) {
      database.close();
      throw new StoreException(database.place() + " cannot be used: " + Outage.reason(e));
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens a file of SQLite, or makes it.
   *
   * @param clock dates the messages
   * @param name what its threads are named after
   * @throws StoreException if that cannot be done
   */
  public static Store file(Path file, StoreTerms terms, InstantSource clock, String name) {
    Database database = Database.file(file);
    FileCheck check = new FileCheck(database);
    boolean unclean;
    try {
      unclean = check.begin();
    } catch (StoreException e) {
      database.close();
      throw e;
    }
    DatabaseStore store = open(database, terms, clock, name);
    store.check = Optional.of(check);
    if (unclean) {
      store.upkeep.run(check::wholly);
    }
    return store;
  }

  /**
   * Opens the database of a JDBC URL, which holds user and password if these are needed.
   *
   * @param clock dates the messages
   * @param name what its threads are named after
   * @throws StoreException if that cannot be done
   */
  public static Store url(String jdbcUrl, StoreTerms terms, InstantSource clock, String name) {
    Dialect dialect =
        Dialect.of(jdbcUrl)
            .orElseThrow(() -> new StoreException("No driver knows this kind of JDBC URL"));
    return dialect == Dialect.SQLITE
        ? file(Path.of(jdbcUrl.substring("jdbc:sqlite:".length())), terms, clock, name)
        : open(Database.server(dialect, jdbcUrl), terms, clock, name);
  }

  /**
   * Uses a data source of the container, which closes it.
   *
   * @param sourceName what it is called, for people
   * @param clock dates the messages
   * @param name what its threads are named after
   * @throws StoreException if that cannot be done
   */
  public static Store given(
      DataSource source, String sourceName, StoreTerms terms, InstantSource clock, String name) {
    return open(Database.given(source, sourceName), terms, clock, name);
  }

  @Override
  public MessageLog messages() {
    return messages;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public MessageSearch search() {
    return search;
  }

  @Override
  public Guests guests() {
    return guests;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public AuditLog audit() {
    return audit;
  }

  @Override
  public Switches switches() {
    return switches;
  }

  @Override
  public Restraints restraints() {
    return restraints;
  }

  @Override
  public Vouchers vouchers() {
    return vouchers;
  }

  @Override
  public AccessKeys accessKeys() {
    return accessKeys;
  }

  @Override
  public Charters rooms() {
    return rooms;
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public Unread.Counter unread() {
    return unread;
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public boolean persistent() {
    return true;
  }

  @Override
  public String place() {
    return database.place();
  }

  @Override
  public void close() {
    upkeep.close();
    searchTimer.shutdownNow();
    writer.close();
    database.close();
    check.ifPresent(FileCheck::end);
  }
}
