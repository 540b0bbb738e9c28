package chatroom.delivery;

/** The two ways in which the chat is spoken on a connection. */
public enum Protocol {
  /** One object a frame; the server begins. */
  PLAIN,
  /** The subprotocol {@code chat.v1}: several objects a frame, a line each; the client begins. */
  CHAT_V1
}
