package chatroom.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What characters look like, after UTS #39 "Unicode Security Mechanisms", section 4: two texts with
 * the same skeleton can be taken for one another.
 *
 * <p>Holds for texts without invisible characters, which the standard would remove first.
 *
 * <p>Thread safety: immutable.
 */
final class Confusables {
  private static final String TABLE = "confusables.txt";

  /** A HashMap: Map.copyOf searches long for a missing key where present ones are neighbours. */
  private final Map<Integer, String> looks;

  private Confusables(Map<Integer, String> looks) {
    this.looks = looks;
  }

  /** Reads the table from the class path. */
  static Confusables load() {
    try (InputStream in = Confusables.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing beside its class");
      }
      Map<Integer, String> looks = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> read(line, looks));
      return new Confusables(looks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The look of the text as a whole, canonically decomposed. */
  String skeleton(String text) {
    StringBuilder skeleton = new StringBuilder();
    decomposed(text).codePoints().forEach(c -> skeleton.append(look(c)));
    return decomposed(skeleton.toString());
  }

  /** The look of one character that has no canonical decomposition; mostly itself. */
  String look(int codePoint) {
    String look = looks.get(codePoint);
    return look == null ? Character.toString(codePoint) : look;
  }

  /** The characters that look like something else. */
  Set<Integer> codePoints() {
    return Collections.unmodifiableSet(looks.keySet());
  }

  static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /** One line: the look, a semicolon, the characters that have it, all in hexadecimal. */
  private static void read(String line, Map<Integer, String> looks) {
    int semicolon = line.indexOf(';');
    StringBuilder look = new StringBuilder();
    for (String hex : line.substring(0, semicolon).split(" ", -1)) {
      look.appendCodePoint(Integer.parseInt(hex, 16));
    }
    for (String hex : line.substring(semicolon + 2).split(" ", -1)) {
      looks.put(Integer.parseInt(hex, 16), look.toString());
    }
  }
}
