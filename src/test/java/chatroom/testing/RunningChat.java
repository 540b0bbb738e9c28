package chatroom.testing;

import static chatroom.testing.TestClient.content;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the tests of a class one server, and each test a chat room in which nobody is.
 *
 * <p>To be registered in a static field.
 */
public final class RunningChat implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final Map<String, String> config;
  private final List<ChatServer> servers = new ArrayList<>();
  private final List<TestClient> clients = new ArrayList<>();
  private final List<RawSocket> sockets = new ArrayList<>();

  private RunningChat(Map<String, String> config) {
    this.config = config;
  }

  /** As it is shipped, but for these keys. */
  public static RunningChat with(String... keysAndValues) {
    Map<String, String> config = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new RunningChat(config);
  }

  /**
   * As it is shipped, but without a rate, which tests are faster than, and with a short memory for
   * lost lines, which no test waits for.
   */
  public static RunningChat unhurried(String... keysAndValues) {
    RunningChat chat = with(keysAndValues);
    chat.config.put("rate-limit", "0");
    chat.config.putIfAbsent("resume-window-seconds", "1");
    return chat;
  }

  /** The server of this class. */
  public ChatServer server() {
    return servers.get(0);
  }

  /** A client that has not yet taken its greeting; closed after the test. */
  public TestClient connect() {
    return keep(TestClient.connect(server()));
  }

  /** A client of {@code chat.v1} that has not yet said hello; closed after the test. */
  public TestClient silent() {
    return keep(TestClient.silent(server()));
  }

  /** A greeted client whose coming the others have already been told. */
  public TestClient join() {
    TestClient newcomer = connect().greeted();
    if (clients.size() == 1 && sockets.isEmpty()) {
      awaitDeparted(newcomer);
    }
    others(newcomer, other -> other.await("join", told -> about(told) == newcomer.id()));
    return newcomer;
  }

  /** The same under a name. */
  public TestClient join(String name) {
    TestClient newcomer = join();
    newcomer.rename(name);
    others(newcomer, other -> other.await("user_renamed", told -> about(told) == newcomer.id()));
    return newcomer;
  }

  /** Who left with the test before may be told to the first of this one. */
  private static void awaitDeparted(TestClient first) {
    first.send("get_users");
    int present = first.await("users").getInt("users_online");
    for (int left = 1; left < present; left++) {
      first.await("leave");
    }
  }

  private void others(TestClient newcomer, Consumer<TestClient> told) {
    for (TestClient other : clients) {
      if (other == newcomer || other.id() == 0 || !other.isOpen()) {
        continue;
      }
      try {
        told.accept(other);
      } catch (AssertionError e) {
        // Who was sent away may be there for a moment after that was said.
        if (other.isOpen()) {
          throw e;
        }
      }
    }
  }

  private static long about(JsonObject told) {
    return content(told).getJsonNumber("user_id").longValueExact();
  }

  /** A bare socket to the chat; closed after the test. */
  public RawSocket socket() {
    return keep(RawSocket.open(server().ws()));
  }

  /** Closed after the test. */
  public TestClient keep(TestClient client) {
    clients.add(client);
    return client;
  }

  /** Closed after the test. */
  public RawSocket keep(RawSocket socket) {
    sockets.add(socket);
    return socket;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    servers.add(ChatServer.start(config));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    sockets.forEach(RawSocket::close);
    clients.forEach(RunningChat::dismiss);
    List<TestClient> dismissed = List.copyOf(clients);
    sockets.clear();
    clients.clear();
    emptied();
    dismissed.forEach(TestClient::verify);
  }

  /** Who is cut off is held for a while, who leaves is not. */
  private static void dismiss(TestClient client) {
    if (!client.subprotocol().isEmpty()) {
      client.leave();
    }
    client.abort();
  }

  /** Returns once nobody is left in the room, so that no test hears the end of another. */
  private void emptied() {
    Eventually.until("there is a place", this::everybodyLeft);
  }

  private boolean everybodyLeft() {
    long id;
    try (var last = TestClient.connect(server())) {
      JsonObject first = last.take();
      if (!first.getString("type").equals("welcome")) {
        return false;
      }
      id = about(first);
      last.await("history");
      awaitDeparted(last);
    } catch (Refused tooMany) {
      return false;
    }
    // The room is empty when this one has left it, too, which nobody is there to be told.
    String left = " (" + id + ") left:";
    Eventually.until(
        "the last one left", () -> server().log().stream().anyMatch(line -> line.contains(left)));
    return true;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    servers.forEach(ChatServer::close);
    servers.clear();
  }
}
