package chatroom.endpoint;

import chatroom.delivery.Protocol;
import jakarta.websocket.Session;

/** What a handshake says of how the chat is to be spoken (RFC 6455, 1.9). */
final class Subprotocol {
  /** What the chat selects if it is among those that are offered. */
  static final String CHAT_V1 = "chat.v1";

  private Subprotocol() {}

  /** How the peer of a session and the server agreed to speak. */
  static Protocol of(Session session) {
    return CHAT_V1.equals(session.getNegotiatedSubprotocol()) ? Protocol.CHAT_V1 : Protocol.PLAIN;
  }
}
