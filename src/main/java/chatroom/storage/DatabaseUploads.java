package chatroom.storage;

import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is known of uploads, in a database.
 *
 * <p>Thread safety: safe for use by any thread; who goes is told by the writing thread.
 */
final class DatabaseUploads implements Uploads {
  /** Far longer than the writer takes but in an outage, of which it tells by itself. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final GroupCommitWriter writer;
  private final Reader reader;
  private final Ledger ledger;

  DatabaseUploads(GroupCommitWriter writer, Ledger ledger, Reader reader) {
    this.writer = writer;
    this.ledger = ledger;
    this.reader = reader;
  }

  @Override
  public Outcome add(Upload upload, Quota quota) throws Unavailable {
    return written(told -> new Entry.Uploading(upload, quota, told));
  }

  @Override
  public boolean sweep(Instant unnamedBefore) throws Unavailable {
    return written(told -> new Entry.UploadSweep(unnamedBefore, told));
  }

  private <T> T written(Function<Entry.Told<T>, Entry> entry) throws Unavailable {
    CompletableFuture<T> end = new CompletableFuture<>();
    writer.offer(entry.apply(new Entry.Told<>(end::complete, end::completeExceptionally)));
    try {
      return end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Unavailable why ? why : new Unavailable(e.toString());
    } catch (TimeoutException e) {
      throw new Unavailable("the database does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the server stops");
    }
  }

  @Override
  public Outcome wouldAdd(long userId, long bytes, Quota quota) throws Unavailable {
    return reader.read(connection -> UploadRows.wouldAdd(connection, userId, bytes, quota));
  }

  @Override
  public Optional<Upload> find(String id) throws Unavailable {
    return reader.read(connection -> UploadRows.find(connection, id));
  }

  @Override
  public void whenGone(Consumer<String> gone) {
    ledger.whenUploadGoes(gone);
  }
}
