package chatroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.account.ResumeToken;
import chatroom.room.Guests;
import chatroom.room.RoomAccess;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Uploads.Quota;
import chatroom.storage.MemoryStore;
import chatroom.storage.Store;
import chatroom.storage.StoreTerms;
import chatroom.storage.UploadFolder;
import chatroom.testing.Images;
import chatroom.testing.ManualClock;
import chatroom.testing.ManualNanoTime;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong with an upload, its sender is told what, and nothing of it stays. */
class UploadFilterTest {
  private static final Duration LONG = Duration.ofSeconds(19);

  @TempDir Path home = Path.of("");
  private final ManualNanoTime time = new ManualNanoTime();
  private final ResumeToken token = ResumeToken.fresh(new SecureRandom());
  private Path place = Path.of("");
  private UploadFilter filter;
  private boolean writable = true;

  @BeforeEach
  void thereIsAUserAndAFolder() {
    Store store =
        new MemoryStore(
            new ManualClock(), new StoreTerms(Duration.ofDays(1), Optional.empty()), room -> true);
    store
        .guests()
        .admit(
            Optional.of(token.hash()),
            new Guests.Admission() {
              @Override
              public void admitted(long userId) {}

              @Override
              public void refused(Unavailable why) {
                throw new AssertionError(why);
              }
            });
    place = home.resolve("uploads");
    filter =
        new UploadFilter(
            store.guests(),
            (request, user) -> true,
            UploadFolder.at(place, new SecureRandom()),
            store.uploads(),
            access(),
            new UploadTerms(1_000_000, new Quota(1_000_000, 1_000_000)),
            request -> true,
            request -> "here",
            time);
  }

  private RoomAccess access() {
    return new RoomAccess() {
      @Override
      public boolean mayRead(long userId, RoomName room) {
        return true;
      }

      @Override
      public boolean mayWrite(long userId, RoomName room) {
        return writable;
      }
    };
  }

  private String upload(long length, InputStream body) throws IOException, ServletException {
    Exchange exchange = new Exchange(token.text(), length, body);
    filter.doFilter(exchange.request(), exchange.response(), (request, response) -> {});
    return exchange.answer();
  }

  private String upload() throws IOException, ServletException {
    byte[] picture = Images.png();
    return upload(picture.length, new ByteArrayInputStream(picture));
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void whoMayOnlyReadUploadsNothingThere() throws Exception {
    writable = false;
    assertEquals(
        "403 {\"code\":\"not_allowed\",\"message\":\"You may not write in this room\"}", upload());
    assertEquals(0, files());
    writable = true;
    assertTrue(upload().startsWith("201 "));
  }

  /** One byte each time, after nearly as long as a container waits. */
  private final class Drip extends InputStream {
    @Override
    public int read() {
      time.pass(LONG);
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
      bytes[offset] = (byte) read();
      return 1;
    }
  }

  @Test
  void whoSendsDropByDropIsTakenForTooSlowSoonAndHoldsNoPlace() throws Exception {
    for (int i = 0; i < 3; i++) {
      long begin = time.getAsLong();
      assertEquals(
          "408 {\"code\":\"too_slow\",\"message\":\"The upload was too slow\"}",
          upload(900_000, new Drip()));
      assertTrue(time.getAsLong() - begin < Duration.ofSeconds(40).toNanos());
    }
    assertEquals(0, files());
    assertTrue(upload().startsWith("201 "));
  }

  /** As a container says that nothing came for too long. */
  private static final class Stuck extends InputStream {
    private final IOException why;
    private int reads;

    Stuck(IOException why) {
      this.why = why;
    }

    @Override
    public int read() throws IOException {
      reads++;
      throw why;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      return read();
    }
  }

  @Test
  void whoFallsSilentAmidItWasTooSlowAndIsNotWaitedForAgain() throws Exception {
    Stuck silent = new Stuck(new SocketTimeoutException());

    assertEquals(
        "408 {\"code\":\"too_slow\",\"message\":\"The upload was too slow\"}",
        upload(900_000, silent));
    assertEquals(1, silent.reads);
    assertEquals(0, files());
  }

  @Test
  void whoGoesAmidItIsNotWaitedFor() throws Exception {
    Stuck gone = new Stuck(new IOException("on purpose"));

    assertEquals(
        "400 {\"code\":\"invalid_request\",\"message\":\"The upload was cut off\"}",
        upload(900_000, gone));
    assertEquals(1, gone.reads);
    assertEquals(0, files());
  }

  @Test
  void whereNothingCanBeWrittenItIsRefusedUntilItCan() throws Exception {
    String unavailable = "503 {\"code\":\"unavailable\",\"message\":\"Try again\"}";
    Files.delete(place.resolve("drafts"));
    assertEquals(unavailable, upload());
    Files.delete(place);
    assertEquals(unavailable, upload());
    Files.write(place, new byte[0]);
    assertEquals(unavailable, upload());
    assertEquals(1, files());
    Files.delete(place);
    Files.createDirectories(place.resolve("drafts"));
    assertTrue(upload().startsWith("201 "));
    assertEquals(1, files());
  }
}
