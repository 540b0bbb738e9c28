package chatroom.config;

/** Who may make an account. */
public enum Registration {
  /** Every guest. */
  OPEN,
  /** Who was invited by an administrator. */
  INVITATION,
  /** Nobody. */
  CLOSED;

  static Registration parse(String text) {
    return switch (text) {
      case "open" -> OPEN;
      case "invitation" -> INVITATION;
      case "closed" -> CLOSED;
      default -> throw new IllegalArgumentException("none of them");
    };
  }
}
