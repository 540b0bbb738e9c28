package chatroom.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What {@code chat.properties} in the home directory says. The home itself cannot be said there.
 *
 * @param name the path of the file, for people
 * @param values all that it says, known or not
 */
record PropertiesFile(String name, Map<String, String> values) {
  static final PropertiesFile EMPTY = new PropertiesFile("", Map.of());

  PropertiesFile {
    values = Map.copyOf(values);
  }

  static Path in(Path home) {
    return home.resolve("chat.properties");
  }

  /**
   * Reads the file of this home; one that is not there says nothing.
   *
   * @throws IOException if it is there and cannot be read, or is not UTF-8
   * @throws IllegalArgumentException if an escape sequence in it is broken
   */
  static PropertiesFile read(Path home) throws IOException {
    Path file = in(home);
    if (!home.isAbsolute() || !Files.exists(file)) {
      return EMPTY;
    }
    Properties properties = new Properties();
    properties.load(new StringReader(withoutByteOrderMark(Files.readString(file))));
    Map<String, String> values = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      values.put(key, properties.getProperty(key, ""));
    }
    return new PropertiesFile(file.toString(), values);
  }

  Place place() {
    return new Place(key -> name, key -> key.equals(Settings.HOME) ? null : values.get(key));
  }

  /** Some editors begin UTF-8 files with one; it would become part of the first key. */
  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
