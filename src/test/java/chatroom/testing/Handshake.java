package chatroom.testing;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

/**
 * What a client says in the handshake.
 *
 * <p>Thread safety: for one thread.
 */
public final class Handshake {
  private final URI address;
  private final WebSocket.Builder builder = TestClient.HTTP.newWebSocketBuilder();

  Handshake(URI address) {
    this.address = address;
  }

  /** Adds a header. */
  public Handshake header(String name, String value) {
    builder.header(name, value);
    return this;
  }

  /** Comes from a page of this origin. */
  public Handshake origin(String origin) {
    return header("Origin", origin);
  }

  /** Offers subprotocols. */
  public Handshake subprotocols(String first, String... others) {
    builder.subprotocols(first, others);
    return this;
  }

  /** The connected client; fails if the handshake is refused. */
  public TestClient connect() {
    var inbox = new Inbox();
    try {
      return new TestClient(builder.buildAsync(address, inbox).join(), inbox);
    } catch (CompletionException e) {
      throw refused(e);
    }
  }

  /** The HTTP status that the handshake is answered with: 101 if it succeeds. */
  public int status() {
    try {
      builder.buildAsync(address, new Inbox()).join().abort();
      return 101;
    } catch (CompletionException e) {
      return refused(e).status();
    }
  }

  private static Refused refused(CompletionException e) {
    if (e.getCause() instanceof WebSocketHandshakeException refused) {
      return new Refused(refused.getResponse().statusCode());
    }
    throw e;
  }
}
