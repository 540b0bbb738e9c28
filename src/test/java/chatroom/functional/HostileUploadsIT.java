package chatroom.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.Images;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no picture, too much, or not for somebody is refused, and nothing of it stays. */
final class HostileUploadsIT {
  private static final int MAX_BYTES = 100_000;

  @RegisterExtension
  static final RunningChat CHAT =
      RunningChat.unhurried(
          "max-upload-bytes", "" + MAX_BYTES,
          "upload-quota-bytes", "65536",
          "upload-total-bytes", "2000000");

  private static TestClient guest() {
    return CHAT.keep(TestClient.silent(CHAT.server())).hello();
  }

  private static Uploader uploader() {
    return Uploader.of(CHAT.server(), guest().token());
  }

  private static Uploader nobody() {
    return Uploader.of(CHAT.server(), "");
  }

  static Stream<Arguments> whatIsNoPicture() {
    byte[] png = Images.png();
    return Stream.of(
        Arguments.of("415 unsupported_image", new byte[0]),
        Arguments.of(
            "415 unsupported_image",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(UTF_8)),
        Arguments.of("415 unsupported_image", "<!doctype html><script>".getBytes(UTF_8)),
        Arguments.of("415 unsupported_image", "BM\0\0\0\0\0\0\0\0\0\0".getBytes(UTF_8)),
        Arguments.of("415 broken_image", "GIF89a\1\0\1\0\0\0\0/*alert(1)*/".getBytes(ISO_8859_1)),
        Arguments.of("415 broken_image", Arrays.copyOf(png, png.length - 13)),
        Arguments.of("415 broken_image", Arrays.copyOf(png, 40)),
        Arguments.of("415 broken_image", Images.pngOfZeros(1, 1, 50_000_000)),
        Arguments.of("413 upload_too_large", Images.pngOfZeros(60_000, 60_000, 1)),
        Arguments.of("413 upload_too_large", Images.pngOfZeros(1 << 30, 1, 1)),
        Arguments.of("413 upload_too_large", new byte[MAX_BYTES + 1]));
  }

  @ParameterizedTest
  @MethodSource("whatIsNoPicture")
  void whatIsNoPictureOrTooLargeIsRefusedAndNothingOfItStays(String refusal, byte[] file) {
    TestClient witness = CHAT.join();
    TestClient sender = guest();
    witness.await("join");
    long before = UploadsIT.files(CHAT.server());
    HttpResponse<byte[]> answer =
        Uploader.of(CHAT.server(), sender.token())
            .post("general", file, "Content-Type", "image/png");

    assertEquals(refusal, Uploader.refusal(answer));
    assertFalse(Uploader.json(answer).getString("message").isEmpty());
    Eventually.until("nothing stays", () -> UploadsIT.files(CHAT.server()) == before);
    sender.untilNow();
    witness.expectNothing();
  }

  @Test
  void whatHangsOnToAPictureIsNotGivenToAnybody() {
    byte[] polyglot =
        Images.joined(Images.png(), "PK\3\4<script>alert(1)</script>".getBytes(UTF_8));
    Uploader uploader = uploader();
    byte[] given = uploader.get(uploader.upload("general", polyglot)).body();

    assertFalse(Images.mentions(given, "script"));
  }

  @Test
  void withoutAProvenUserThereIsNothing() {
    String url = uploader().upload("general", Images.png());
    for (Uploader stranger :
        List.of(
            nobody(),
            Uploader.of(CHAT.server(), "x"),
            Uploader.of(CHAT.server(), "A".repeat(43)))) {
      HttpResponse<byte[]> answer = stranger.post("general", Images.png());
      assertEquals("401 auth_failed", Uploader.refusal(answer));
      assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
      assertEquals("401 auth_failed", Uploader.refusal(stranger.get(url)));
    }
    String token = guest().token();
    for (String other : List.of("Basic " + token, token, "Bearer", "Bearer " + token + " x")) {
      assertEquals("401 auth_failed", Uploader.refusal(nobody().get(url, "Authorization", other)));
    }
    assertEquals(200, nobody().get(url, "Authorization", "bearer " + token).statusCode());
  }

  @Test
  void whoMayNotReadTheRoomIsToldWhatIsToldOfWhatDoesNotExist() {
    TestClient one = guest();
    TestClient other = guest();
    String url = Uploader.of(CHAT.server(), one.token()).upload("@" + other.id(), Images.png());
    HttpResponse<byte[]> refused = uploader().get(url);
    HttpResponse<byte[]> missing = uploader().get("uploads/" + "0".repeat(32));

    assertEquals(200, Uploader.of(CHAT.server(), one.token()).get(url).statusCode());
    assertEquals(200, Uploader.of(CHAT.server(), other.token()).get(url).statusCode());
    assertEquals("404 upload_not_found", Uploader.refusal(missing));
    assertEquals(new String(missing.body(), UTF_8), new String(refused.body(), UTF_8));
    assertEquals(withoutDate(missing), withoutDate(refused));
  }

  private static Map<String, List<String>> withoutDate(HttpResponse<byte[]> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nowhere", "General", "", "@", "@x", "@1:2", "@-1", "@99999999999999999999"})
  void whereOneMayNotReadOneMayNotUpload(String room) {
    assertEquals("404 room_not_found", Uploader.refusal(uploader().post(room, Images.png())));
  }

  @Test
  void whereOneMayNotWriteOneMayNotUpload() {
    TestClient owner = guest();
    TestClient reader = guest();
    owner.send("create_room", "room", "announced", "announcement", true);
    owner.await("history", it -> it.getString("room").equals("announced"));
    Uploader uploader = Uploader.of(CHAT.server(), reader.token());
    long before = UploadsIT.files(CHAT.server());

    assertEquals("403 not_allowed", Uploader.refusal(uploader.post("announced", Images.png())));
    assertEquals("404 user_not_found", Uploader.refusal(uploader.post("@987654", Images.png())));
    assertEquals(before, UploadsIT.files(CHAT.server()));
    assertEquals(201, uploader.post("general", Images.png()).statusCode());
    Uploader own = Uploader.of(CHAT.server(), owner.token());
    assertEquals(201, own.post("announced", Images.png()).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uploads/",
        "uploads/x",
        "uploads/..%2Fchat.db",
        "uploads/drafts",
        "uploads/00/%30",
      })
  void whatIsNoIdIsNotFound(String path) {
    HttpResponse<byte[]> answer = uploader().get(path);
    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, "" + answer.statusCode());
    assertFalse(Images.mentions(answer.body(), "SQLite"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1"})
  void aPageOfAnotherOriginIsRefused(String origin) {
    Uploader uploader = uploader();
    String url = uploader.upload("general", Images.png());

    assertEquals(
        "403 not_allowed",
        Uploader.refusal(uploader.post("general", Images.png(), "Origin", origin)));
    assertEquals("403 not_allowed", Uploader.refusal(uploader.get(url, "Origin", origin)));
    assertEquals(
        200,
        uploader.get(url, "Origin", "http://" + CHAT.server().url().getAuthority()).statusCode());
  }

  @Test
  void otherMethodsAreNotForIt() {
    Uploader uploader = uploader();
    String url = uploader.upload("general", Images.png());
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH")) {
      var request = uploader.request(url).method(method, BodyPublishers.noBody());
      assertEquals("405 invalid_request", Uploader.refusal(Uploader.send(request)));
    }
    assertEquals("405 invalid_request", Uploader.refusal(uploader.get("uploads?room=general")));
    assertEquals(200, uploader.get(url).statusCode());
  }

  @Test
  void aLengthAndARoomAreNeeded() throws Exception {
    Uploader uploader = uploader();
    var chunked =
        uploader
            .request("uploads?room=general")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Images.png())));
    assertEquals("411 length_required", Uploader.refusal(Uploader.send(chunked)));
    // The first request of a client asks for HTTP/2, which Payara speaks, and which has no chunks.
    var first = HttpClient.newHttpClient().send(chunked.build(), BodyHandlers.ofByteArray());
    assertEquals("411 length_required", Uploader.refusal(first));
    for (String query : List.of("", "?", "?x=general", "?xroom=general")) {
      var request = uploader.request("uploads").uri(CHAT.server().url().resolve("uploads" + query));
      assertEquals(
          "400 invalid_request",
          Uploader.refusal(Uploader.send(request.POST(BodyPublishers.ofByteArray(Images.png())))));
    }
  }

  @Test
  void aQueryThatCannotBeReadIsRefused() throws IOException {
    try (Socket socket = begin(guest().token(), "%zz")) {
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 400".length());
      assertEquals("HTTP/1.1 400", new String(status, UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--xyz", "xyz\r\n\r\n", "--xyz\r\nA: b\r\n", "-x\r\n\r\n"})
  void aFormThatIsNoneIsRefused(String body) {
    assertEquals(
        "400 invalid_request",
        Uploader.refusal(
            uploader()
                .post("general", body.getBytes(UTF_8), "Content-Type", "multipart/form-data; x")));
  }

  @Test
  void aUserHasAQuotaAndTheOthersDoNotNotice() {
    Uploader greedy = uploader();
    for (int i = 0; i < 16; i++) {
      greedy.upload("general", Images.jpeg());
    }
    assertEquals("507 quota_exceeded", Uploader.refusal(greedy.post("general", Images.jpeg())));
    uploader().upload("general", Images.jpeg());
  }

  @Test
  void whenAllIsFullNothingStaysAndTheChatGoesOn() {
    try (ChatServer full = ChatServer.start(Map.of("upload-total-bytes", "8192"))) {
      TestClient guest = CHAT.keep(TestClient.silent(full)).hello();
      Uploader uploader = Uploader.of(full, guest.token());
      uploader.upload("general", Images.jpeg());
      uploader.upload("general", Images.jpeg());

      assertEquals("507 storage_full", Uploader.refusal(uploader.post("general", Images.jpeg())));
      assertEquals(2, UploadsIT.files(full));
      guest.untilNow();
      guest.send("message", "content", "still here", "ref", "r");
      guest.await("ack");
    }
  }

  @Test
  void whoUploadsSlowlyHoldsNobodyElseUp() {
    TestClient slow = guest();
    List<Socket> sockets = new ArrayList<>();
    try {
      Eventually.until("nothing is under way", () -> UploadsIT.drafts(CHAT.server()) == 0);
      for (int i = 0; i < 2; i++) {
        sockets.add(begin(slow.token()));
      }
      // Asked for earlier, a third might take the place of the second.
      Eventually.until("both are under way", () -> UploadsIT.drafts(CHAT.server()) == 2);
      Uploader again = Uploader.of(CHAT.server(), slow.token());
      assertEquals("429 rate_limited", Uploader.refusal(again.post("general", Images.jpeg())));
      uploader().upload("general", Images.jpeg());
      slow.untilNow();
      sockets.forEach(HostileUploadsIT::close);

      Eventually.until(
          "the places are free again",
          () -> again.post("general", Images.jpeg()).statusCode() == 201);
      Eventually.until("nothing is under way", () -> UploadsIT.drafts(CHAT.server()) == 0);
    } finally {
      sockets.forEach(HostileUploadsIT::close);
    }
  }

  @Test
  void whoLeavesAmidAnUploadLeavesNothing() throws IOException {
    Eventually.until("nothing is under way", () -> UploadsIT.drafts(CHAT.server()) == 0);
    TestClient slow = guest();
    long before = UploadsIT.files(CHAT.server());
    Socket socket = begin(slow.token());
    try {
      Eventually.until("it is under way", () -> UploadsIT.files(CHAT.server()) == before + 1);
    } finally {
      socket.close();
    }
    Eventually.until("nothing stays", () -> UploadsIT.files(CHAT.server()) == before);
    slow.untilNow();
  }

  /** Announces a large upload and sends the beginning of it. */
  private static Socket begin(String token) {
    return begin(token, "general");
  }

  private static Socket begin(String token, String room) {
    var server = CHAT.server().url();
    try {
      Socket socket = new Socket(server.getHost(), server.getPort());
      String head =
          ("POST %suploads?room=%s HTTP/1.1\r\nHost: %s\r\nContent-Length: 20000\r\n"
                  + "Authorization: Bearer %s\r\n\r\nGIF89a")
              .formatted(server.getPath(), room, server.getAuthority(), token);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
