package chatroom.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.testing.ChatServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Stands before a server, passes requests for files on to it, and asks for a sign-in or is silent
 * instead when it is told to, as containers and proxies do.
 */
final class LoginWall implements AutoCloseable {
  /** What it does with a request. */
  enum Mode {
    /** It is passed on. */
    OPEN,
    /** It is answered by a form. */
    FORM,
    /** It is sent to a page that has a form, as whatever comes from there. */
    REDIRECT,
    /** There is nothing behind the wall. */
    AWAY,
    /** It is never answered. */
    SILENT
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI behind;
  private final HttpServer server;
  private volatile Mode mode = Mode.OPEN;

  LoginWall(ChatServer chat) {
    this.behind = chat.url();
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** The page in front of the wall; ends with a slash. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + behind.getPath());
  }

  /** From now on; the page's worker itself is always there, since it may have come before. */
  void become(Mode next) {
    mode = next;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (mode == Mode.SILENT && !path.endsWith("/sw.js")) {
      return;
    }
    try (exchange) {
      if (mode == Mode.OPEN || path.endsWith("/sw.js")) {
        pass(exchange, path);
      } else if (mode == Mode.REDIRECT && !path.endsWith("/login.html")) {
        exchange.getResponseHeaders().set("Location", "login.html");
        exchange.sendResponseHeaders(302, -1);
      } else {
        byte[] form = "<!doctype html><title>Sign in</title><h1>Sign in</h1>".getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(mode == Mode.AWAY ? 503 : 200, form.length);
        exchange.getResponseBody().write(form);
      }
    }
  }

  private void pass(HttpExchange exchange, String path) throws IOException {
    HttpResponse<byte[]> answer;
    try {
      answer =
          client.send(
              HttpRequest.newBuilder(behind.resolve(path)).build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    for (String header :
        new String[] {"Content-Type", "Cache-Control", "Content-Security-Policy"}) {
      answer
          .headers()
          .firstValue(header)
          .ifPresent(it -> exchange.getResponseHeaders().set(header, it));
    }
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
