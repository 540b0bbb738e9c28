package chatroom.endpoint;

import chatroom.conversation.Chat;
import chatroom.conversation.Conversation;
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
 * Where the chat is spoken: {@code ws(s)://HOST/CONTEXT/ws}.
 *
 * <p>Thread safety: containers make one per connection and call it by one thread at a time.
 */
@ServerEndpoint(
    value = ChatEndpoint.PATH,
    subprotocols = Subprotocol.CHAT_V1,
    configurator = HandshakeConfigurator.class,
    decoders = ClientMessageDecoder.class,
    encoders = ServerMessageEncoder.class)
public final class ChatEndpoint {
  /** The path in the context. */
  static final String PATH = "/ws";

  private Optional<Connection> connection = Optional.empty();

  /** A connection came. */
  @OnOpen
  public void open(Session session) {
    Handshake handshake = Handshake.of(session);
    Gate gate = handshake.gate();
    Chat chat = gate.chat();
    connection =
        Connection.open(
            session,
            client ->
                new DecodingDialogue(
                    new ClientMessageDecoder(gate.codec()),
                    Conversation.begin(chat, client, handshake.entrance())));
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
