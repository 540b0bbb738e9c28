package chatroom.storage;

import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of uploads that nobody needs: their files as soon as they are gone, what no message names
 * after a day, and what a crash has left.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class UploadSweep {
  /** For how long an upload may wait for a message that names it. */
  static final Duration UNNAMED = Duration.ofDays(1);

  private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);

  private final UploadFolder folder;
  private final Uploads uploads;
  private final InstantSource clock;

  /**
   * @param files runs what deletes files
   */
  public UploadSweep(UploadFolder folder, Uploads uploads, InstantSource clock, Executor files) {
    this.folder = folder;
    this.uploads = uploads;
    this.clock = clock;
    uploads.whenGone(id -> files.execute(() -> remove(id)));
  }

  private void remove(String id) {
    try {
      folder.remove(id);
    } catch (IOException e) {
      // The sweep at the next start finds it.
      log.warn("An upload that is gone cannot be deleted: {}", e.toString());
    }
  }

  /**
   * Deletes the files that a crash has left.
   *
   * @param start nothing that was written since then is looked at
   */
  public void afterStart(Instant start) {
    try {
      folder.sweep(start, this::isKnown);
    } catch (IOException | UncheckedIOException e) {
      log.warn("Uploads that were left cannot be looked for: {}", e.toString());
    }
  }

  private boolean isKnown(String id) {
    try {
      return uploads.find(id).isPresent();
    } catch (Unavailable e) {
      // It is looked at again after the next start.
      return true;
    }
  }

  /** Lets go of what no message names, or none that is still there. */
  public void run() {
    try {
      boolean more = true;
      while (more) {
        more = uploads.sweep(clock.instant().minus(UNNAMED));
      }
    } catch (Unavailable e) {
      log.info("Uploads are swept the next time: {}", e.getMessage());
    }
  }
}
