package chatroom.config;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A key with its default and its rule.
 *
 * @param key the name of the setting, in {@code lower-case-with-hyphens}
 * @param defaultText the value where none is said; keeps the rule
 * @param needed what a right value looks like, for the message about a wrong one
 * @param parser text to value; throws IllegalArgumentException for a wrong one
 */
record Setting<T>(String key, String defaultText, String needed, Function<String, T> parser) {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

  /** A whole number in decimal ASCII digits, bounds included. */
  static Setting<Integer> wholeNumber(String key, int defaultValue, int min, int max) {
    return new Setting<>(
        key,
        Integer.toString(defaultValue),
        "a whole number from " + min + " to " + max + " is needed",
        text -> (int) parseWholeNumber(text, min, max));
  }

  /** The same for more than fits into an int. */
  static Setting<Long> largeNumber(String key, long defaultValue, long min, long max) {
    return new Setting<>(
        key,
        Long.toString(defaultValue),
        "a whole number from " + min + " to " + max + " is needed",
        text -> parseWholeNumber(text, min, max));
  }

  /** {@code true} or {@code false}, nothing else. */
  static Setting<Boolean> flag(String key, boolean defaultValue) {
    return new Setting<>(
        key, Boolean.toString(defaultValue), "true or false is needed", Setting::parseFlag);
  }

  private static long parseWholeNumber(String text, long min, long max) {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("not a whole number");
    }
    long value = Long.parseLong(text);
    if (value < min || value > max) {
      throw new IllegalArgumentException("out of bounds");
    }
    return value;
  }

  private static boolean parseFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
