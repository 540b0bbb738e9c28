package chatroom.endpoint;

import chatroom.conversation.Chat;
import chatroom.conversation.EchoDialogue;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Repeats what it hears: {@code ws(s)://HOST/CONTEXT/echo}, the way to see whether a proxy passes
 * WebSockets.
 *
 * <p>Thread safety: containers make one per connection and call it by one thread at a time.
 */
@ServerEndpoint(value = EchoEndpoint.PATH, configurator = HandshakeConfigurator.class)
public final class EchoEndpoint {
  /** The path in the context. */
  static final String PATH = "/echo";

  private Optional<Connection> connection = Optional.empty();

  /** A connection came. */
  @OnOpen
  public void open(Session session) {
    Chat chat = Handshake.of(session).gate().chat();
    connection = Connection.open(session, client -> new EchoDialogue(chat, client));
  }

  /** Part of a text came. */
  @OnMessage
  public void text(String part, boolean last) {
    connection.ifPresent(c -> c.text(part, last));
  }

  /** Part of something binary came. */
  @OnMessage
  public void binary(ByteBuffer part, boolean last) {
    connection.ifPresent(c -> c.binary(part, last));
  }

  /** A ping was answered. */
  @OnMessage
  public void pong(PongMessage pong) {
    connection.ifPresent(c -> c.pong(pong.getApplicationData()));
  }

  /** The connection is closed. */
  @OnClose
  public void close(CloseReason reason) {
    connection.ifPresent(c -> c.closed(reason));
  }

  /** The connection broke, or a callback did. */
  @OnError
  public void error(Throwable failure) {
    connection.ifPresent(c -> c.failed(failure));
  }
}
