package chatroom.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page come small and few, and not at all to who has them. */
final class CompressedPageIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.with();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String STYLES = "css/chat-room.css";
  private static final String MODULES = "js/main.js";

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(CHAT.server().url().resolve(path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> asking(String path, String encodings)
      throws IOException, InterruptedException {
    return send(to(path).header("Accept-Encoding", encodings));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", STYLES, MODULES, "i18n/de.js", "asyncapi.yaml"})
  void whoTakesGzipGetsTheSameInFewerBytes(String path) throws Exception {
    HttpResponse<byte[]> small = asking(path, "br, gzip;q=0.5");
    HttpResponse<byte[]> plain = send(to(path));
    assertEquals("gzip", header(small, "Content-Encoding"));
    assertEquals("", header(plain, "Content-Encoding"));
    assertTrue(small.body().length < plain.body().length);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertEquals(new String(plain.body(), UTF_8), new String(unpacked.readAllBytes(), UTF_8));
    }
    assertNotEquals(header(plain, "ETag"), header(small, "ETag"));
    assertEquals("Accept-Encoding", header(plain, "Vary"));
    assertEquals("nosniff", header(small, "X-Content-Type-Options"));
    assertFalse(header(small, "Content-Security-Policy").isEmpty());
    assertEquals(header(plain, "Content-Type"), header(small, "Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "*;q=0", "gzip; q=0.000, *", "br"})
  void whoDoesNotTakeItGetsTheFileAsItIs(String encodings) throws Exception {
    assertEquals("", header(asking(MODULES, encodings), "Content-Encoding"));
  }

  @Test
  void whoHasAFileIsToldSoAndNothingElse() throws Exception {
    String etag = header(send(to(STYLES)), "ETag");
    for (String known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
      HttpResponse<byte[]> answer = send(to(STYLES).header("If-None-Match", known));
      assertEquals(304, answer.statusCode(), known);
      assertEquals(0, answer.body().length);
      assertEquals(etag, header(answer, "ETag"));
    }
    assertEquals(200, send(to(STYLES).header("If-None-Match", "\"x\"")).statusCode());
  }

  @Test
  void whatHasTheVersionInItsAddressIsKeptForGoodAndTheRestIsAskedForAnew() throws Exception {
    String document = new String(send(to("index.html")).body(), UTF_8);
    Matcher linked = Pattern.compile("src=\"(v-[^/]+/)js/main\\.js\"").matcher(document);
    assertTrue(linked.find(), document);
    HttpResponse<byte[]> versioned = send(to(linked.group(1) + MODULES));
    assertArrayEquals(send(to(MODULES)).body(), versioned.body());
    assertEquals("private, max-age=31536000, immutable", header(versioned, "Cache-Control"));
    for (String path : new String[] {"", "index.html", "sw.js", MODULES, "manifest.webmanifest"}) {
      assertEquals("no-cache", header(send(to(path)), "Cache-Control"), path);
    }
    assertEquals(404, send(to("v-0123456789abcdef/" + MODULES)).statusCode());
  }

  @Test
  void theWorkerAndTheManifestHaveTheirTypes() throws Exception {
    assertTrue(header(send(to("sw.js")), "Content-Type").startsWith("text/javascript"));
    assertEquals(
        "application/manifest+json", header(send(to("manifest.webmanifest")), "Content-Type"));
  }

  @Test
  void aHeadIsAnsweredWithoutABody() throws Exception {
    HttpResponse<byte[]> head = send(to(MODULES).method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(header(send(to(MODULES)), "ETag"), header(head, "ETag"));
  }

  @Test
  void whatThePageBeginsWithIsOneStylesheetAndOneModule() throws Exception {
    String styles = new String(send(to(STYLES)).body(), UTF_8);
    assertFalse(styles.contains("@import"));
    assertTrue(styles.contains(":root"));
    String modules = new String(send(to(MODULES)).body(), UTF_8);
    assertFalse(modules.lines().anyMatch(line -> line.startsWith("import ")));
    assertTrue(modules.contains("customElements.define('chat-room'"));
  }
}
