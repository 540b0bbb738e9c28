package chatroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Tomcat that waits for what a client has to say for a moment, where it would for a minute. */
class SilentSenderTest {
  private static final int MOMENT_MILLIS = 300;

  @TempDir Path home = Path.of("");
  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final ResumeToken token = ResumeToken.fresh(new SecureRandom());

  @BeforeEach
  void start() throws LifecycleException {
    tomcat.setBaseDir(home.resolve("tomcat").toString());
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("connectionTimeout", String.valueOf(MOMENT_MILLIS));
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    FilterDef uploads = new FilterDef();
    uploads.setFilterName("uploads");
    uploads.setFilter(filter());
    context.addFilterDef(uploads);
    FilterMap all = new FilterMap();
    all.setFilterName("uploads");
    all.addURLPattern("/*");
    context.addFilterMap(all);
    Tomcat.addServlet(context, "default", new DefaultServlet()).addMapping("/");
    tomcat.start();
  }

  @AfterEach
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private UploadFilter filter() {
    Store store =
        new MemoryStore(
            new ManualClock(), new StoreTerms(Duration.ofDays(1), Optional.empty()), room -> true);
    store.guests().admit(Optional.of(token.hash()), admitted());
    return new UploadFilter(
        store.guests(),
        (request, user) -> true,
        UploadFolder.at(home.resolve("uploads"), new SecureRandom()),
        store.uploads(),
        everything(),
        new UploadTerms(1_000_000, new Quota(1_000_000, 1_000_000)),
        request -> true,
        request -> "here",
        System::nanoTime);
  }

  private static Guests.Admission admitted() {
    return new Guests.Admission() {
      @Override
      public void admitted(long userId) {}

      @Override
      public void refused(Unavailable why) {
        throw new AssertionError(why);
      }
    };
  }

  private static RoomAccess everything() {
    return new RoomAccess() {
      @Override
      public boolean mayRead(long userId, RoomName room) {
        return true;
      }

      @Override
      public boolean mayWrite(long userId, RoomName room) {
        return true;
      }
    };
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("uploads"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void whoFallsSilentAmidAnUploadIsAnsweredAndTheConnectionEnds() throws IOException {
    String head =
        ("POST /uploads?room=general HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n"
                + "Authorization: Bearer %s\r\n\r\nGIF89a")
            .formatted(token.text());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.setSoTimeout((int) Eventually.BOUND.toMillis());
      socket.getOutputStream().write(head.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertEquals("HTTP/1.1 408", answer.substring(0, "HTTP/1.1 408".length()));
      assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
      assertFalse(answer.contains("Exception"), answer);
    }
    assertEquals(0, files());
  }
}
