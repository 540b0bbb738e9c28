package chatroom.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment finds around itself: everything that settings are read from, except the file in
 * the home directory.
 *
 * @param jndi the object bound to a full JNDI name, null for none
 * @param systemProperties of the JVM; {@code user.home} decides the default home
 * @param environment of the process
 * @param contextParam the servlet context's initialisation parameter of that name, null for none
 */
public record Surroundings(
    Lookup jndi,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    Lookup contextParam) {

  static final String PROPERTY_PREFIX = "chat.";
  static final String VARIABLE_PREFIX = "CHAT_";
  private static final String JNDI_PREFIX = "java:comp/env/chat/";

  /** Copies the maps: what changes later is not seen. */
  public Surroundings {
    systemProperties = Map.copyOf(systemProperties);
    environment = Map.copyOf(environment);
  }

  /** The real ones of this JVM, as they are now. */
  public static Surroundings ofThisServer(Lookup contextParam) {
    Properties properties = System.getProperties();
    Map<String, String> systemProperties = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      systemProperties.put(name, properties.getProperty(name, ""));
    }
    return new Surroundings(Surroundings::lookup, systemProperties, System.getenv(), contextParam);
  }

  /** The places that come before the file in the home directory, first hit first. */
  List<Place> beforeFile() {
    return List.of(
        new Place(key -> "JNDI " + JNDI_PREFIX + key, key -> jndi.find(JNDI_PREFIX + key)),
        new Place(
            key -> "system property " + PROPERTY_PREFIX + key,
            key -> systemProperties.get(PROPERTY_PREFIX + key)),
        new Place(
            key -> "environment variable " + variable(key), key -> environment.get(variable(key))));
  }

  /** The place that comes after it. */
  Place afterFile() {
    return new Place(
        key -> "context parameter " + PROPERTY_PREFIX + key,
        key -> contextParam.find(PROPERTY_PREFIX + key));
  }

  static String variable(String key) {
    return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * Null for every failure: servers differ in which exception says that nothing is bound, and where
   * there is no JNDI at all the other places still hold.
   *
   * <p>The names are constants below {@code java:comp/env}, never a client's input.
   */
  @SuppressWarnings("BanJNDI")
  private static @Nullable Object lookup(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException nothingBound) {
      return null;
    }
  }
}
