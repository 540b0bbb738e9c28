package chatroom.http;

import chatroom.room.RoomAccess;
import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import chatroom.room.Uploads.Upload;
import chatroom.storage.UploadFolder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Gives an upload to whoever may read its room, in a way that a browser does nothing with it but
 * show it as a picture.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Downloading {
  private final UploadFolder folder;
  private final Uploads uploads;
  private final RoomAccess access;
  private final LongSupplier nanoTime;

  Downloading(UploadFolder folder, Uploads uploads, RoomAccess access, LongSupplier nanoTime) {
    this.folder = folder;
    this.uploads = uploads;
    this.access = access;
    this.nanoTime = nanoTime;
  }

  /**
   * Gives the upload with that id.
   *
   * @throws HttpRefusal the same if there is none, or it is not for this visitor
   */
  void give(HttpServletRequest request, HttpServletResponse response, Visitor visitor, String id)
      throws HttpRefusal, Unavailable, IOException {
    // What no file has as its id need not be looked for.
    Optional<Path> file = folder.find(id);
    Optional<Upload> upload =
        file.isPresent()
            ? uploads.find(id).filter(it -> access.mayRead(visitor.userId(), it.room()))
            : Optional.empty();
    if (file.isEmpty() || upload.isEmpty()) {
      throw notFound();
    }
    give(request, response, upload.get(), file.get());
  }

  private static HttpRefusal notFound() {
    return HttpRefusal.notFound("upload_not_found", "No such upload");
  }

  private void give(
      HttpServletRequest request, HttpServletResponse response, Upload upload, Path file)
      throws HttpRefusal, IOException {
    String tag = "\"" + upload.id() + "\"";
    response.setHeader("ETag", tag);
    // It is asked each time whether one still may; then what the browser has is good.
    response.setHeader("Cache-Control", "private, no-cache");
    response.addHeader("Vary", "Authorization");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      response.setContentType(upload.mediaType());
      response.setContentLengthLong(Files.size(file));
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
      response.setHeader("Content-Disposition", "attachment; filename=\"" + name(upload) + "\"");
      if (!request.getMethod().equals("HEAD")) {
        in.transferTo(new PacedOutput(response.getOutputStream(), new Pace(nanoTime)));
      }
    } catch (NoSuchFileException gone) {
      throw notFound();
    }
  }

  private static String name(Upload upload) {
    return upload.id() + "." + upload.mediaType().replaceFirst("^.*/", "");
  }
}
