package chatroom.checker;

/**
 * A change to a message, as the server tells it.
 *
 * @param text the new text, or the emoji; empty if there is none
 * @param count how many have reacted so
 */
record Revision(long messageId, Kind kind, String text, int count) {
  /** What is done. */
  enum Kind {
    EDIT,
    DELETE,
    REACT
  }

  /** Whether both are one; of what was deleted since, the text is gone. */
  boolean sameAs(Revision stored) {
    boolean erased = kind == Kind.EDIT && stored.text.isEmpty();
    return messageId == stored.messageId
        && kind == stored.kind
        && count == stored.count
        && (erased || text.equals(stored.text));
  }
}
