package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.Images;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures are uploaded into a room, kept, and given to whoever may read it. */
final class UploadsIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private static TestClient guest(ChatServer server) {
    return CHAT.keep(TestClient.silent(server)).hello();
  }

  private static Uploader uploader() {
    return Uploader.of(CHAT.server(), guest(CHAT.server()).token());
  }

  static Stream<Arguments> pictures() {
    return Stream.of(
        Arguments.of("image/png", Images.png()),
        Arguments.of("image/jpeg", Images.jpeg()),
        Arguments.of("image/gif", Images.movingGif(3)),
        Arguments.of("image/webp", Images.resource("moving.webp")),
        Arguments.of("image/webp", Images.resource("lossy.webp")));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aPictureIsTakenByWhatIsInItAndGivenBackAsThat(String type, byte[] file) {
    HttpResponse<byte[]> answer =
        uploader().post("general", file, "Content-Type", "text/html; charset=x");
    assertEquals(201, answer.statusCode());
    JsonObject taken = Uploader.json(answer);
    HttpResponse<byte[]> given = uploader().get(taken.getString("url"));

    assertEquals(type, taken.getString("type"));
    assertEquals(Images.WIDTH * Images.HEIGHT, taken.getInt("width") * taken.getInt("height"));
    assertEquals(200, given.statusCode());
    assertEquals(taken.getInt("bytes"), given.body().length);
    assertEquals(type, header(given, "Content-Type"));
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aBrowserDoesNothingWithItButShowIt() {
    String url = uploader().upload("general", Images.png());
    HttpResponse<byte[]> given = uploader().get(url);

    assertTrue(url.matches("uploads/[0-9a-f]{32}"), url);
    assertEquals("nosniff", header(given, "X-Content-Type-Options"));
    assertEquals("default-src 'none'; sandbox", header(given, "Content-Security-Policy"));
    assertEquals("same-origin", header(given, "Cross-Origin-Resource-Policy"));
    assertEquals("private, no-cache", header(given, "Cache-Control"));
    assertEquals("Authorization", header(given, "Vary"));
    assertEquals(
        "attachment; filename=\"" + url.substring("uploads/".length()) + ".png\"",
        header(given, "Content-Disposition"));
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() {
    Uploader uploader = uploader();
    String url = uploader.upload("general", Images.png());
    String tag = header(uploader.get(url), "ETag");
    HttpResponse<byte[]> again = uploader.get(url, "If-None-Match", tag);

    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
    assertEquals(
        "401 auth_failed",
        Uploader.refusal(Uploader.of(CHAT.server(), "").get(url, "If-None-Match", tag)));
  }

  @Test
  void onlyTheHeadIsGivenIfThatIsAskedFor() {
    Uploader uploader = uploader();
    String url = uploader.upload("general", Images.png());
    var head = uploader.request(url).method("HEAD", BodyPublishers.noBody());
    HttpResponse<byte[]> answer = Uploader.send(head);

    assertEquals(200, answer.statusCode());
    assertEquals(0, answer.body().length);
    assertEquals("image/png", header(answer, "Content-Type"));
  }

  @Test
  void whereAPhotoWasTakenIsNotGivenAndHowToTurnItIs() {
    Uploader uploader = uploader();
    JsonObject taken = Uploader.json(uploader.post("general", Images.resource("described.jpg")));
    byte[] given = uploader.get(taken.getString("url")).body();

    assertFalse(Images.mentions(given, "Secret"));
    assertTrue(Images.mentions(given, "Exif"), "for the orientation");
    assertEquals(Images.HEIGHT, taken.getInt("width"));
    assertEquals(Images.WIDTH, taken.getInt("height"));
  }

  @Test
  void aFormOfABrowserOrCurlIsTakenToo() {
    byte[] form =
        Images.joined(
            String.join(
                    "\r\n",
                    "--xyz",
                    "Content-Disposition: form-data; name=\"file\"; filename=\"a.html\"",
                    "Content-Type: text/html",
                    "",
                    "")
                .getBytes(UTF_8),
            Images.png(),
            "\r\n--xyz--\r\n".getBytes(UTF_8));
    Uploader uploader = uploader();
    HttpResponse<byte[]> answer =
        uploader.post("general", form, "Content-Type", "multipart/form-data; boundary=xyz");

    assertEquals(201, answer.statusCode());
    byte[] plain = uploader.get(uploader.upload("general", Images.png())).body();
    assertArrayEquals(plain, uploader.get(Uploader.json(answer).getString("url")).body());
  }

  @Test
  void theWelcomeTellsHowLargeAnUploadMayBe() {
    assertEquals(5_242_880, features(CHAT.server()).getInt("uploads"));
    try (ChatServer none = ChatServer.start(Map.of("max-upload-bytes", "0"))) {
      assertFalse(features(none).containsKey("uploads"));
      Uploader uploader = Uploader.of(none, guest(none).token());
      assertEquals("404 unsupported", Uploader.refusal(uploader.post("general", Images.png())));
    }
  }

  private static JsonObject features(ChatServer server) {
    TestClient client = CHAT.keep(TestClient.silent(server));
    client.send("hello");
    return content(client.expect("welcome")).getJsonObject("features");
  }

  @Test
  void whatIsUploadedSurvivesARestartAndWhatACrashHasLeftIsSweptThen() throws IOException {
    try (ChatServer server = ChatServer.start(Map.of())) {
      Uploader uploader = Uploader.of(server, guest(server).token());
      String url = uploader.upload("general", Images.png());
      byte[] before = uploader.get(url).body();
      Path uploads = server.home().resolve("uploads");
      Path draft = leftOver(uploads.resolve("drafts").resolve("0".repeat(32)));
      Path file = leftOver(uploads.resolve("00").resolve("0".repeat(32)));
      server.restart();

      assertArrayEquals(before, uploader.get(url).body());
      Eventually.until("swept", () -> !Files.exists(draft) && !Files.exists(file));
      assertArrayEquals(before, uploader.get(url).body());
    }
  }

  private static Path leftOver(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, new byte[1]);
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }

  @Test
  void whereNothingIsKeptAnUploadGoesWithTheApplication() {
    try (ChatServer server = ChatServer.start(Map.of("log", "memory"))) {
      Uploader uploader = Uploader.of(server, guest(server).token());
      String url = uploader.upload("general", Images.png());
      assertEquals(200, uploader.get(url).statusCode());
      server.restart();

      Uploader newcomer = Uploader.of(server, guest(server).token());
      assertEquals("401 auth_failed", Uploader.refusal(uploader.get(url)));
      assertEquals("404 upload_not_found", Uploader.refusal(newcomer.get(url)));
      assertFalse(Files.exists(server.home().resolve("uploads")));
    }
  }

  /** Files below the home's uploads. */
  static long files(ChatServer server) {
    return filesIn(server, "uploads");
  }

  /** How many uploads are under way. */
  static long drafts(ChatServer server) {
    return filesIn(server, "uploads/drafts");
  }

  private static long filesIn(ChatServer server, String folder) {
    try (Stream<Path> all = Files.walk(server.home().resolve(folder))) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
