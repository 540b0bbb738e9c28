package chatroom.config;

/**
 * A value that is in force.
 *
 * @param key the setting
 * @param text the value as it was written, without the white space around it
 * @param source the place it came from, as an administrator would look for it: {@code environment
 *     variable CHAT_MAX_CLIENTS}, {@code default}
 */
record Effective(String key, String text, String source) {
  static final String DEFAULT = "default";

  boolean isDefault() {
    return source.equals(DEFAULT);
  }

  /** What is wrong with this value, for a {@link ConfigException}. */
  String fault(String needed) {
    return key + " = \"" + text + "\" (" + source + "): " + needed;
  }

  @Override
  public String toString() {
    return key + " = " + (text.isEmpty() ? "\"\"" : text) + " (" + source + ")";
  }
}
