package chatroom.http;

import chatroom.image.BadImage;
import chatroom.image.CleanCopy;
import chatroom.image.Picture;
import chatroom.room.RoomAccess;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import chatroom.room.Uploads.Outcome;
import chatroom.room.Uploads.Upload;
import chatroom.storage.UploadFolder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a picture into a room: brought to a file, copied without what it tells beside what it
 * shows, kept, and only then answered. Whatever goes wrong, nothing of it stays.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Uploading {
  private static final Logger log = LoggerFactory.getLogger(Uploading.class);

  /** How many pictures are unpacked at the same time. */
  private static final int CHECKS = 2;

  /** What a file takes at least, and counts as. */
  private static final long BLOCK = 4096;

  private final UploadFolder folder;
  private final Uploads uploads;
  private final RoomAccess access;
  private final UploadTerms terms;
  private final LongSupplier nanoTime;
  private final Semaphore checks = new Semaphore(CHECKS, true);

  Uploading(
      UploadFolder folder,
      Uploads uploads,
      RoomAccess access,
      UploadTerms terms,
      LongSupplier nanoTime) {
    this.folder = folder;
    this.uploads = uploads;
    this.access = access;
    this.terms = terms;
    this.nanoTime = nanoTime;
  }

  /** Takes what a visitor sends. */
  void take(HttpServletRequest request, HttpServletResponse response, Visitor visitor)
      throws HttpRefusal, Unavailable, IOException {
    if (terms.maxBytes() == 0) {
      throw HttpRefusal.notFound("unsupported", "Nothing can be uploaded here");
    }
    RoomName room = room(request, visitor);
    UploadBody body = new UploadBody(request, terms.maxBytes());
    require(uploads.wouldAdd(visitor.userId(), blocks(body.length()), terms.quota()));
    // The body, and the copy of it.
    requireRoomFor(2 * body.length());
    HttpRefusal.json(response, HttpServletResponse.SC_CREATED, keep(body, visitor, room));
  }

  private void requireRoomFor(long bytes) throws HttpRefusal {
    try {
      if (!folder.hasRoomFor(bytes)) {
        throw full();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static HttpRefusal unwritable(IOException why) {
    log.warn("An upload cannot be written: {}", why.toString());
    return HttpRefusal.unavailable();
  }

  private RoomName room(HttpServletRequest request, Visitor visitor) throws HttpRefusal {
    String name =
        Query.parameter(request, "room")
            .orElseThrow(() -> HttpRefusal.badRequest("A room is needed"));
    RoomName room =
        visitor
            .room(name)
            .filter(it -> access.mayRead(visitor.userId(), it))
            .orElseThrow(() -> HttpRefusal.notFound("room_not_found", "No such room"));
    if (!access.mayWrite(visitor.userId(), room)) {
      throw unwritable(room);
    }
    return room;
  }

  private static HttpRefusal unwritable(RoomName room) {
    return room.isPrivate()
        ? HttpRefusal.notFound("user_not_found", "User not found or offline")
        : new HttpRefusal(
            HttpServletResponse.SC_FORBIDDEN, "not_allowed", "You may not write in this room");
  }

  private String keep(UploadBody body, Visitor visitor, RoomName room)
      throws HttpRefusal, Unavailable {
    Path sent = folder.draft();
    Path copy = folder.draft();
    try {
      body.save(sent, new Pace(nanoTime));
      Picture picture = copy(body, sent, copy);
      long bytes = Files.size(copy);
      String id = folder.keep(copy);
      String type = picture.type().mediaType();
      add(new Upload(id, room, visitor.userId(), type, blocks(bytes)));
      return "{\"url\":\"%s%s\",\"type\":\"%s\",\"bytes\":%d,\"width\":%d,\"height\":%d}"
          .formatted(Uploads.PATH, id, type, bytes, picture.width(), picture.height());
    } catch (IOException e) {
      HttpRefusal why = unwritable(e);
      requireRoomFor(0);
      throw why;
    } finally {
      discard(sent);
      discard(copy);
    }
  }

  private Picture copy(UploadBody body, Path sent, Path copy) throws HttpRefusal, IOException {
    checks.acquireUninterruptibly();
    try (InputStream in = body.picture(sent)) {
      return CleanCopy.make(in, copy);
    } catch (BadImage e) {
      throw refusal(e);
    } finally {
      checks.release();
    }
  }

  private static HttpRefusal refusal(BadImage e) {
    return switch (e.fault()) {
      case OTHER_TYPE -> unsupported("unsupported_image", e);
      case BROKEN -> unsupported("broken_image", e);
      case TOO_MANY_PIXELS ->
          new HttpRefusal(
              HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "upload_too_large", e.text());
    };
  }

  private static HttpRefusal unsupported(String code, BadImage e) {
    return new HttpRefusal(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, code, e.text());
  }

  /** The file is there before anybody is told of it, and goes if nobody is. */
  private void add(Upload upload) throws HttpRefusal, Unavailable, IOException {
    Outcome outcome = Outcome.ALL_IS_FULL;
    try {
      outcome = uploads.add(upload, terms.quota());
      require(outcome);
    } finally {
      if (outcome != Outcome.KEPT) {
        folder.remove(upload.id());
      }
    }
  }

  private static void require(Outcome outcome) throws HttpRefusal {
    if (outcome == Outcome.USER_IS_FULL) {
      throw new HttpRefusal(
          HttpRefusal.INSUFFICIENT_STORAGE, "quota_exceeded", "You have uploaded too much");
    } else if (outcome == Outcome.ALL_IS_FULL) {
      throw full();
    }
  }

  private static HttpRefusal full() {
    return new HttpRefusal(
        HttpRefusal.INSUFFICIENT_STORAGE, "storage_full", "The server has no room for uploads");
  }

  private static long blocks(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }

  private void discard(Path draft) {
    try {
      folder.discard(draft);
    } catch (IOException e) {
      // The sweep at the next start finds it.
      log.warn("A draft of an upload cannot be deleted: {}", e.toString());
    }
  }
}
