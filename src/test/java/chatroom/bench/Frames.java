package chatroom.bench;

/** In what frames a server is asked to speak. */
enum Frames {
  /** Without a subprotocol: one object in each text frame. */
  PLAIN,
  /** {@code chat.v1}: many in a text frame. */
  TEXT,
  /** {@code chat.v1}: many in a binary frame. */
  BINARY
}
