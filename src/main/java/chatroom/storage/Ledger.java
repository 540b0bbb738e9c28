package chatroom.storage;

import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes, and the numbers that it gives: what a batch takes it has when it
 * is committed, and all of it goes back when it is not.
 *
 * <p>Thread safety: used by the writing thread alone, but for {@link #committed} and {@link
 * #abort}.
 */
final class Ledger {
  private static final Logger log = LoggerFactory.getLogger(Ledger.class);
  private static final int MAX_ROOMS = 10_000;

  private final DataSource database;
  private final TextIndex index;
  private final InstantSource clock;

  private volatile @Nullable Connection connection;
  private volatile Counters committed;
  private volatile Consumer<String> uploadGoes = id -> {};

  /** A commit of which it is not known whether it was done. */
  private @Nullable Batch unclear;

  /** Those that were written in last. */
  private final Map<RoomName, RoomRows.Row> rooms =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RoomName, RoomRows.Row> eldest) {
          return size() > MAX_ROOMS;
        }
      };

  /**
   * Opens the connection.
   *
   * @param index what messages are found by
   * @param clock dates the messages
   * @throws SQLException if the database cannot be had
   */
  Ledger(DataSource database, TextIndex index, InstantSource clock) throws SQLException {
    this.database = database;
    this.index = index;
    this.clock = clock;
    this.committed = new Counters(0, 0, 0);
    var unused = connected();
  }

  /** The newest numbers that were committed, for any thread. */
  Counters committed() {
    return committed;
  }

  /** Who is told of the uploads that go; may be said by any thread. */
  void whenUploadGoes(Consumer<String> gone) {
    uploadGoes = gone;
  }

  /**
   * Stores entries in one transaction.
   *
   * @param careful whether some of them may have been stored before
   * @throws SQLException if they are not stored; or, if it {@link #isUnclear}, maybe they are
   */
  Batch write(List<Entry> entries, boolean careful) throws SQLException {
    return onConnection(
        writing -> {
          Batch batch =
              new Batch(writing, committed, rooms, clock.instant(), uploadGoes, careful, index);
          batch.write(entries);
          unclear = batch;
          writing.commit();
          return done(batch);
        });
  }

  /** Whether a commit failed so that it may have been done all the same. */
  boolean isUnclear() {
    return unclear != null;
  }

  /**
   * Asks the database what became of the unclear commit, which is clear then.
   *
   * @return the batch if it is stored
   * @throws SQLException if the database cannot be asked
   */
  Optional<Batch> settle() throws SQLException {
    Batch doubtful = unclear;
    boolean stored = doubtful != null && onConnection(writing -> isStored(doubtful, writing));
    unclear = null;
    return stored && doubtful != null ? Optional.of(done(doubtful)) : Optional.empty();
  }

  /** After any failure the next one has another connection: this one may be in any state. */
  private <T> T onConnection(Reader.Query<T> query) throws SQLException {
    try {
      return query.run(connected());
    } catch (SQLException e) {
      reset();
      throw e;
    } catch (RuntimeException | Error e) {
      // The driver of PostgreSQL throws an AssertionError when its connection is cut.
      reset();
      throw new SQLException(e.toString(), e);
    }
  }

  private Batch done(Batch batch) {
    unclear = null;
    committed = batch.counters();
    rooms.putAll(batch.rooms());
    return batch;
  }

  private static boolean isStored(Batch batch, Connection writing) throws SQLException {
    Optional<StoredEvent> newest = batch.newest();
    return newest.isPresent() && newest.equals(EventRows.find(writing, newest.get().id()));
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open != null) {
      return open;
    }
    Connection fresh = database.getConnection();
    try {
      fresh.setAutoCommit(false);
      // Waits for the end of a transaction whose connection was lost.
      Counters.lock(fresh);
      committed = Counters.read(fresh);
      fresh.rollback();
    } catch (SQLException e) {
      close(fresh);
      throw e;
    }
    rooms.clear();
    connection = fresh;
    return fresh;
  }

  /** Whatever was begun is undone; the next batch begins on a connection that is surely good. */
  private void reset() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      close(broken);
    }
  }

  private static void close(Connection connection) {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      // The failure that made it useless is the one that is reported.
      log.debug("A connection was broken", e);
    }
  }

  /** Ends the connection of a thread that does not end by itself. */
  void abort() {
    Connection stuck = connection;
    if (stuck != null) {
      try {
        stuck.abort(Runnable::run);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Closes the connection; the next batch would open another. */
  void close() {
    reset();
  }
}
