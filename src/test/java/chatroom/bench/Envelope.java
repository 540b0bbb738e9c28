package chatroom.bench;

/**
 * A message as the chat would show it, made with the least effort: for the servers that the chat is
 * compared with, so that all of them send as many bytes.
 *
 * <p>Thread safety: immutable.
 */
record Envelope(String content, int author, int number, long millis) {
  private static final String CONTENT = "\"content\":\"";

  /** What a client has said; only for texts of {@link Wording}, in which nothing is escaped. */
  static Envelope of(String said, int author, int number) {
    int begin = said.indexOf(CONTENT) + CONTENT.length();
    String content = said.substring(begin, said.indexOf('"', begin));
    return new Envelope(content, author, number, System.currentTimeMillis());
  }

  /** As JSON. */
  String json() {
    return "{\"type\":\"message\",\"content\":\""
        + content
        + "\",\"from_id\":"
        + author
        + ",\"from_name\":\"User"
        + author
        + "\",\"id\":"
        + number
        + ",\"room\":\"general\",\"sent_at\":"
        + millis
        + ",\"seq\":"
        + number
        + ",\"timestamp\":"
        + millis / 1000
        + '}';
  }
}
