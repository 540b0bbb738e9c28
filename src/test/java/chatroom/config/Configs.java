package chatroom.config;

import java.util.HashMap;
import java.util.Map;

/** Configurations for tests, which see nothing of the machine they run on. */
public final class Configs {
  private Configs() {}

  /**
   * The configuration with these keys said and all others at their defaults. Without {@code home}
   * there is none: {@link Home#open} gives one without a directory.
   */
  public static ChatConfig of(Map<String, String> settings) {
    Map<String, String> properties = new HashMap<>();
    settings.forEach((key, value) -> properties.put("chat." + key, value));
    return ChatConfig.read(
        new Surroundings(name -> null, properties, Map.of(), name -> null), "/chat");
  }
}
