package chatroom.checker;

/**
 * A promise that was broken, and by what that is seen.
 *
 * <p>Thread safety: immutable.
 */
record Violation(Kind kind, String evidence) {
  /** Which promise. */
  enum Kind {
    /** Acknowledged, and not stored. */
    LOST,
    /** One message, stored more than once. */
    STORED_TWICE,
    /** Acknowledged under another {@code id} or {@code seq} than before, or than it is stored. */
    ACKS_DIFFER,
    /** Shown, and not stored. */
    PHANTOM,
    /** Shown or stored with another text, author or room than it was said. */
    ALTERED,
    /** Shown at another place in its room than where it is stored. */
    TWO_ORDERS,
    /** Shown to one client in falling order. */
    SWAPPED,
    /** Shown to one client again as if it were new. */
    REPEATED,
    /** Not shown to a client that was shown what came after it, and not asked for either. */
    HOLE,
    /** A room's {@code seq} in the log does not rise by one. */
    LOG_GAP,
    /** A room's {@code id} in the log does not rise with its {@code seq}. */
    IDS_FALL,
    /** A message looks otherwise to who followed it than to who comes last. */
    DIVERGED,
    /** A private message shown to a third. */
    FOREIGN,
    /** A token that was given did not bring its user back. */
    FORGOTTEN,
    /** The server did what the protocol does not know. */
    TROUBLE
  }

  @Override
  public String toString() {
    return kind + ": " + evidence;
  }
}
