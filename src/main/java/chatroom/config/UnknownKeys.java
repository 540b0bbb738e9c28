package chatroom.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Finds what looks like a setting but is none. It is warned about and not fatal: others use such
 * names too (Kubernetes gives {@code CHAT_PORT} to every neighbour of a service called chat).
 */
final class UnknownKeys {
  private static final int CLOSE = 3;

  private UnknownKeys() {}

  /** One sentence for each unknown key, with the nearest known one if it is close. */
  static List<String> in(Surroundings surroundings, PropertiesFile file) {
    List<String> warnings = new ArrayList<>();
    collect(
        "system property ",
        surroundings.systemProperties(),
        Surroundings.PROPERTY_PREFIX,
        Settings.KEYS,
        key -> Surroundings.PROPERTY_PREFIX + key,
        warnings);
    collect(
        "environment variable ",
        surroundings.environment(),
        Surroundings.VARIABLE_PREFIX,
        Settings.KEYS,
        Surroundings::variable,
        warnings);
    collect(
        "in " + file.name() + ": ",
        file.values(),
        "",
        Settings.KEYS.stream().filter(key -> !key.equals(Settings.HOME)).toList(),
        UnaryOperator.identity(),
        warnings);
    return warnings;
  }

  private static void collect(
      String where,
      Map<String, String> said,
      String prefix,
      List<String> keys,
      UnaryOperator<String> nameOf,
      List<String> warnings) {
    List<String> known = keys.stream().map(nameOf).toList();
    for (String name : new TreeSet<>(said.keySet())) {
      if (name.startsWith(prefix) && !known.contains(name)) {
        String hint =
            nearest(name.substring(prefix.length()), keys)
                .map(key -> "; did you mean " + nameOf.apply(key) + "?")
                .orElse("");
        warnings.add("Unknown setting, ignored: " + where + name + hint);
      }
    }
  }

  private static Optional<String> nearest(String key, List<String> keys) {
    String plain = key.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("^chat[.-]", "");
    return keys.stream()
        .filter(known -> distance(plain, known) <= Math.min(CLOSE, known.length() / 3))
        .min(Comparator.comparingInt(known -> distance(plain, known)));
  }

  /** Levenshtein distance: how many characters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
