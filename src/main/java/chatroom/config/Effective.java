package chatroom.config;

import java.util.regex.Pattern;

/**
 * A value that is in force.
 *
 * @param key the setting
 * @param text the value as it was written, without the white space around it
 * @param source the place it came from, as an administrator would look for it: {@code environment
 *     variable CHAT_MAX_CLIENTS}, {@code default}
 */
public record Effective(String key, String text, String source) {
  static final String DEFAULT = "default";

  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&;][a-z]*(?:pass|pwd|secret)[a-z]*=|//[^/:@]*:(?=[^/@]*@))[^&;@]*");

  boolean isDefault() {
    return source.equals(DEFAULT);
  }

  /** The text without the passwords that a JDBC URL may hold. */
  public String shown() {
    return SECRET.matcher(text).replaceAll("$1***");
  }

  /** What is wrong with this value, for a {@link ConfigException}. */
  String fault(String needed) {
    return key + " = \"" + shown() + "\" (" + source + "): " + needed;
  }

  @Override
  public String toString() {
    return key + " = " + (text.isEmpty() ? "\"\"" : shown()) + " (" + source + ")";
  }
}
