package chatroom.checker;

/**
 * One stored event of a room, as somebody was told it.
 *
 * @param id unique in the deployment
 * @param seq its number in its room
 * @param text the content, as JSON if it is no string
 * @param said whether it is a message, which a snapshot shows; other events it only reflects
 */
record Posting(long id, long seq, long fromId, String text, boolean said) {
  /** Without the kind, which is not compared: a private message has two. */
  boolean sameAs(Posting other) {
    return id == other.id && fromId == other.fromId && text.equals(other.text);
  }

  @Override
  public String toString() {
    return "id " + id + " seq " + seq + " from " + fromId + ": " + Texts.brief(text);
  }
}
