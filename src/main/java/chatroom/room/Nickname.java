package chatroom.room;

/**
 * A name that passed the rules for names.
 *
 * @param text the name as it is shown
 * @param key what two names that people would take for one another have in common; names are unique
 *     by it
 */
public record Nickname(String text, String key) {
  @Override
  public String toString() {
    return text;
  }
}
