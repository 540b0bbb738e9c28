package chatroom.app;

import chatroom.config.ChatConfig;
import chatroom.config.Home;
import chatroom.config.UploadSettings;
import chatroom.endpoint.RequestSource;
import chatroom.http.UploadFilter;
import chatroom.http.UploadTerms;
import chatroom.http.VisitorRule;
import chatroom.room.RoomAccess;
import chatroom.room.Uploads.Quota;
import chatroom.storage.Store;
import chatroom.storage.StoreException;
import chatroom.storage.UploadFolder;
import chatroom.storage.UploadSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where uploads are: in the home if what is known of them is kept, else in a folder that goes with
 * the application.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class UploadSite implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(UploadSite.class);
  private static final Duration SWEEP_PERIOD = Duration.ofHours(1);

  private final UploadFolder folder;
  private final boolean passing;
  private final Store store;
  private final UploadTerms terms;

  private UploadSite(UploadFolder folder, boolean passing, Store store, UploadSettings settings) {
    this.folder = folder;
    this.passing = passing;
    this.store = store;
    this.terms =
        new UploadTerms(
            settings.maxBytes(), new Quota(settings.quotaBytes(), settings.totalBytes()));
  }

  /**
   * The site, which somebody has to close; none if there is a database that knows of uploads, and
   * no home to keep them in.
   *
   * @throws StoreException if the folder cannot be made; the store is closed then
   */
  static Optional<UploadSite> open(ChatConfig config, Home home, Store store) {
    if (store.persistent() && home.directory().isEmpty()) {
      log.warn("Nothing can be uploaded: there is no home to keep it in");
      return Optional.empty();
    }
    try {
      Path place =
          store.persistent()
              ? home.directory().orElseThrow().resolve("uploads")
              : Files.createTempDirectory("chat-uploads");
      UploadFolder folder = UploadFolder.at(place, new SecureRandom());
      return Optional.of(new UploadSite(folder, !store.persistent(), store, config.uploads()));
    } catch (IOException e) {
      store.close();
      throw new StoreException("Uploads cannot be kept: " + e);
    } catch (StoreException e) {
      store.close();
      throw e;
    }
  }

  /** The largest upload; 0 if nothing can be uploaded. */
  long maxBytes() {
    return terms.maxBytes();
  }

  /** Lets go of what nobody needs, now and every hour. */
  void sweep(Threads threads, InstantSource clock) {
    Executor files = threads.files();
    Instant start = clock.instant();
    UploadSweep sweep = new UploadSweep(folder, store.uploads(), clock, files);
    files.execute(() -> sweep.afterStart(start));
    files.execute(sweep::run);
    threads.repeat(() -> files.execute(sweep::run), SWEEP_PERIOD);
  }

  /** Where they are. */
  UploadFolder folder() {
    return folder;
  }

  /** What answers for uploads. */
  UploadFilter filter(RoomAccess access, RequestSource source, VisitorRule rule) {
    return new UploadFilter(
        store.guests(),
        rule,
        folder,
        store.uploads(),
        access,
        terms,
        request -> source.foreignOrigin(request).isEmpty(),
        request -> source.address(request).group(),
        System::nanoTime);
  }

  @Override
  public void close() {
    if (passing) {
      try {
        folder.delete();
      } catch (IOException e) {
        log.warn("Uploads cannot be deleted: {}", e.toString());
      }
    }
  }
}
