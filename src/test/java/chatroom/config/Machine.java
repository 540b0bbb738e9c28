package chatroom.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A made-up machine to read settings from: nothing of the real one is seen. */
final class Machine {
  final Map<String, Object> jndi = new HashMap<>();
  final Map<String, String> properties = new HashMap<>();
  final Map<String, String> environment = new HashMap<>();
  final Map<String, String> contextParams = new HashMap<>();
  private final Path userHome;

  Machine(Path userHome) {
    this.userHome = userHome;
    properties.put("user.home", userHome.toString());
  }

  /** Says a value in the place of this name. */
  Machine say(Where where, String key, String value) {
    switch (where) {
      case JNDI -> jndi.put("java:comp/env/chat/" + key, value);
      case PROPERTY -> properties.put("chat." + key, value);
      case VARIABLE -> environment.put(Surroundings.variable(key), value);
      case FILE -> file(key + "=" + value + "\n");
      case PARAMETER -> contextParams.put("chat." + key, value);
    }
    return this;
  }

  Path home() {
    return userHome.resolve(".chat/chat");
  }

  Machine file(String text) {
    try {
      Files.createDirectories(home());
      Files.writeString(home().resolve("chat.properties"), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ChatConfig config() {
    return config("/chat");
  }

  ChatConfig config(String contextPath) {
    return ChatConfig.read(
        new Surroundings(jndi::get, properties, environment, contextParams::get), contextPath);
  }

  /** The places, first hit first. */
  enum Where {
    JNDI("JNDI java:comp/env/chat/max-clients"),
    PROPERTY("system property chat.max-clients"),
    VARIABLE("environment variable CHAT_MAX_CLIENTS"),
    FILE("chat.properties"),
    PARAMETER("context parameter chat.max-clients");

    final String maxClientsSource;

    Where(String maxClientsSource) {
      this.maxClientsSource = maxClientsSource;
    }
  }
}
