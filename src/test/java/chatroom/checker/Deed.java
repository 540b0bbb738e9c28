package chatroom.checker;

/** What a plan has a client do. The amount of a {@link Step} is told for each. */
enum Deed {
  /** Says so many characters to everybody. */
  SAY,
  /** Says something to the client of that number alone. */
  WHISPER,
  /** Says so many messages in one frame. */
  BURST,
  /** Changes the text of an own message, chosen by that number. */
  EDIT,
  /** Deletes an own message, chosen by that number. */
  DELETE,
  /** Puts an emoji to a message or takes it away, both chosen by that number. */
  REACT,
  /** Says again what was acknowledged before. */
  RESEND,
  /** Loses its line by a TCP reset. */
  CUT,
  /** Reads nothing for so many milliseconds. */
  FREEZE,
  /** Reads nothing for so many milliseconds, then loses its line. */
  FREEZE_AND_CUT,
  /** Loses its line and is away for so many milliseconds. */
  STAY_AWAY,
  /** Opens a second line with the same token. */
  TAKE_OVER,
  /** Leaves for good, and comes back as somebody else. */
  LEAVE
}
