package chatroom.endpoint;

import chatroom.conversation.Dialogue;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.delivery.Protocol;
import chatroom.delivery.Reception;
import chatroom.delivery.Transport;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one WebSocket brings in, bounded and in whole messages.
 *
 * <p>Thread safety: for one thread at a time, as containers call.
 */
final class Connection {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  /** The largest frame, all fragments together, in bytes; a larger one ends the connection. */
  static final int MAX_FRAME_BYTES = 65_536;

  private final Reception reception;
  private final Client client;

  /** Whether it ends with a session. */
  private final boolean signedIn;

  private final Dialogue dialogue;
  private final TextAssembly assembly;
  private int binaryBytes;
  private boolean over;

  private Connection(Handshake handshake, Client client, Dialogue dialogue) {
    boolean lines = client.protocol() == Protocol.CHAT_V1;
    int maxMessageBytes = handshake.gate().maxMessageBytes();
    this.reception = handshake.gate().reception();
    this.signedIn = handshake.session().isPresent();
    this.client = client;
    this.dialogue = lines ? new LineByLine(dialogue, maxMessageBytes, client::hasLeft) : dialogue;
    this.assembly = new TextAssembly(lines ? MAX_FRAME_BYTES : maxMessageBytes);
  }

  /** Begins a dialogue on a new session; empty if the server is full, which the peer is told. */
  static Optional<Connection> open(Session session, Function<Client, Dialogue> dialogue) {
    Handshake handshake = Handshake.of(session);
    Gate gate = handshake.gate();
    Transport transport = new WebSocketTransport(session);
    Optional<Client> admitted =
        gate.reception().admit(handshake.address(), Subprotocol.of(session), transport);
    if (admitted.isEmpty()) {
      log.info("{} was refused: the server is full", handshake.address());
    }
    Optional<Connection> connection = admitted.map(client -> begin(handshake, client, dialogue));
    admitted.ifPresent(handshake::tie);
    return connection;
  }

  private static Connection begin(
      Handshake handshake, Client client, Function<Client, Dialogue> dialogue) {
    Reception reception = handshake.gate().reception();
    try {
      return new Connection(handshake, client, dialogue.apply(client));
    } catch (RuntimeException e) {
      // There is no connection yet that would hear of its end.
      reception.dismiss(client, Disconnect.INTERNAL_ERROR);
      reception.closed(client);
      throw e;
    }
  }

  /** Part of a text came. */
  void text(String part, boolean last) {
    client.heard();
    if (isOver() || isTooBig(assembly.add(part))) {
      return;
    }
    if (last) {
      boolean tooLarge = assembly.isTooLarge();
      String whole = assembly.take();
      if (tooLarge) {
        dialogue.tooLarge();
      } else {
        dialogue.text(whole);
      }
    }
  }

  /** Part of something binary came. */
  void binary(ByteBuffer part, boolean last) {
    client.heard();
    binaryBytes += part.remaining();
    if (isOver() || isTooBig(binaryBytes)) {
      return;
    }
    if (last) {
      binaryBytes = 0;
      dialogue.binary();
    }
  }

  /** Who has left may still be writing: nobody listens any more. */
  private boolean isOver() {
    return over || client.hasLeft();
  }

  private boolean isTooBig(int bytes) {
    if (bytes > MAX_FRAME_BYTES) {
      over = true;
      assembly.take();
      reception.dismiss(client, Disconnect.TOO_BIG);
    }
    return over;
  }

  /** The peer answered a ping, or sends a pong unasked. */
  void pong(ByteBuffer mark) {
    client.heard();
    if (mark.remaining() == Long.BYTES) {
      client.answered(mark.getLong());
    }
  }

  /**
   * The connection is closed. If it was the server that closed it, the client has left already, and
   * what is said here of the peer comes too late to count. Containers report a close frame that has
   * no code as 1000, and a connection that broke as 1006. Tomcat itself closes a socket with 1008
   * when the session ends, and does so before the session tells of it.
   */
  void closed(CloseReason reason) {
    boolean forGood = reason.getCloseCode().getCode() == CloseCodes.NORMAL_CLOSURE.getCode();
    boolean signedOut =
        signedIn && reason.getCloseCode().getCode() == CloseCodes.VIOLATED_POLICY.getCode();
    reception.dismiss(
        client,
        forGood ? Disconnect.PEER_LEFT : signedOut ? Disconnect.SIGNED_OUT : Disconnect.PEER_GONE);
    reception.closed(client);
  }

  /** The connection broke, or something of ours did. */
  void failed(Throwable failure) {
    if (failure instanceof IOException) {
      // The container closes it next.
      reception.dismiss(client, Disconnect.PEER_GONE);
    } else {
      log.error("The server failed a client at {}", client.address(), failure);
      reception.dismiss(client, Disconnect.INTERNAL_ERROR);
    }
  }
}
