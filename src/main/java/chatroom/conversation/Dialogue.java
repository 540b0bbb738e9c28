package chatroom.conversation;

/** What a connection makes of what comes in. Calls do not overlap. */
public interface Dialogue {
  /** A whole text came, within the bound. */
  void text(String text);

  /** A text came that is larger than a message may be; it was not kept. */
  void tooLarge();

  /** Something binary came; it was not kept. */
  void binary();
}
