package chatroom.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.testing.ChatServer;
import chatroom.testing.ContainerUsers;
import chatroom.testing.Uploader;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/**
 * Another application at another host, whose page has the chat in it. It knows its users, and asks
 * the chat for their tickets.
 */
final class Portal {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <title>Portal</title>
      <link rel="icon" href="data:,">
      <main>
        <h1>Portal</h1>
        <chat-room%s></chat-room>
      </main>
      <script type="module" src="%sjs/main.js"></script>
      """;

  private final HttpServer server;
  private final Supplier<ChatServer> chat;
  private volatile String user = "";

  Portal(Supplier<ChatServer> chat) {
    this.chat = chat;
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::page);
    server.createContext("/ticket", this::ticket);
    server.start();
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** From now on that one is there; nobody if it is empty. */
  void is(String name) {
    user = name;
  }

  private void page(HttpExchange exchange) throws IOException {
    String there = chat.get().url().toString();
    String host = "http://" + chat.get().url().getAuthority();
    String policy =
        "default-src 'self'; script-src %1$s; style-src %1$s; img-src data: blob:; connect-src 'self' %1$s %2$s; require-trusted-types-for 'script'"
            .formatted(host, host.replaceFirst("http", "ws"));
    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    boolean knowsUsers = exchange.getRequestURI().getPath().equals("/users");
    answer(
        exchange,
        200,
        PAGE.formatted(knowsUsers ? " tickets=\"/ticket\"" : "", there).getBytes(UTF_8));
  }

  private void ticket(HttpExchange exchange) throws IOException {
    if (user.isEmpty()) {
      answer(exchange, 401, "{}".getBytes(UTF_8));
      return;
    }
    String credentials = ContainerUsers.credentials(user);
    var given =
        Uploader.send(
            Uploader.of(chat.get(), "")
                .request("ticket", "Authorization", credentials)
                .POST(BodyPublishers.noBody()));
    answer(exchange, given.statusCode(), given.body());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  void close() {
    server.stop(0);
  }
}
