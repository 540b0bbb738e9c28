package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the sockets there is the page, and nothing to be tricked with. */
final class PlainHttpIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.with();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(CHAT.server().url().resolve(path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws", "echo"})
  void aSocketsAddressWithoutAnUpgradeIsNotFoundAndSaysWhatItIsFor(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("WebSocket"), answer.body());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"),
        answer.headers().toString());
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws", "echo"})
  void postingThereIsNotFoundEither(String path) {
    var request = HttpRequest.newBuilder(CHAT.server().url().resolve(path));
    assertEquals(404, send(request.POST(BodyPublishers.ofString("x"))).statusCode());
  }

  @Test
  void thePageIsAtTheContextRoot() {
    HttpResponse<String> page = get("");
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    assertTrue(page.body().toLowerCase(Locale.ROOT).contains("<!doctype html>"));
    assertSafe(page);
  }

  @Test
  void theRootWithoutItsSlashLeadsThere() {
    String url = CHAT.server().url().toString();
    var request = HttpRequest.newBuilder(CHAT.server().url().resolve(url.replaceAll("/$", "")));
    HttpResponse<String> answer = send(request);
    assertTrue(answer.statusCode() / 100 == 3, "HTTP " + answer.statusCode());
    assertTrue(
        answer.headers().firstValue("Location").orElse("").endsWith(CHAT.server().context() + "/"));
  }

  @Test
  void thePageRunsNoScriptButItsOwn() {
    String policy = get("").headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'self'") || policy.contains("default-src 'none'"));
    assertFalse(policy.contains("unsafe-"), policy);
    assertTrue(policy.contains("require-trusted-types-for 'script'"), policy);
    assertTrue(policy.endsWith("; trusted-types chatroom-worker"), policy);
    assertTrue(policy.contains("frame-ancestors"), policy);
    assertTrue(policy.contains("base-uri"), policy);
    assertTrue(policy.contains("object-src 'none'") || policy.contains("default-src 'none'"));
  }

  /** The container says so itself, before anything of ours is asked. */
  @ParameterizedTest
  @ValueSource(strings = {"WEB-INF/web.xml", "WEB-INF/", "META-INF/MANIFEST.MF", "web-inf/web.xml"})
  void whatTheApplicationIsMadeOfIsNotFound(String path) {
    assertEquals(404, get(path).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "nothing/ws", "ws/", "ws/more", "css/", "js/"})
  void whatIsNotThereIsNotFound(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(404, answer.statusCode());
    assertSafe(answer);
    assertFalse(answer.body().contains("\tat "), "no stack trace");
  }

  private static void assertSafe(HttpResponse<String> answer) {
    var headers = answer.headers();
    assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(headers.firstValue("Content-Security-Policy").isPresent());
    assertTrue(headers.firstValue("Referrer-Policy").isPresent());
    assertFalse(headers.firstValue("Set-Cookie").isPresent(), "there is nothing to remember");
  }
}
