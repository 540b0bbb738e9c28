package chatroom.testing;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Uploads and downloads as somebody who has a token.
 *
 * <p>Thread safety: immutable.
 */
public final class Uploader {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;
  private final String token;

  private Uploader(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * Somebody on that server.
   *
   * @param token that of a welcome; empty to show none
   */
  public static Uploader of(ChatServer server, String token) {
    return new Uploader(server.url(), token);
  }

  /** The answer to what is sent with these headers: name, value, name, value. */
  public HttpResponse<byte[]> post(String room, byte[] body, String... headers) {
    String query = "room=" + URLEncoder.encode(room, StandardCharsets.UTF_8);
    return send(request("uploads?" + query, headers).POST(BodyPublishers.ofByteArray(body)));
  }

  /** The url of what is taken; fails if it is not. */
  public String upload(String room, byte[] body) {
    HttpResponse<byte[]> answer = post(room, body);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + json(answer));
    }
    return json(answer).getString("url");
  }

  public HttpResponse<byte[]> get(String url, String... headers) {
    return send(request(url, headers).GET());
  }

  /** A request to be made, below the page. */
  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  public static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(Eventually.BOUND).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static JsonObject json(HttpResponse<byte[]> answer) {
    return TestClient.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }

  /** Status and code of a refusal, as {@code 404 room_not_found}. */
  public static String refusal(HttpResponse<byte[]> answer) {
    return answer.statusCode() + " " + json(answer).getString("code");
  }
}
