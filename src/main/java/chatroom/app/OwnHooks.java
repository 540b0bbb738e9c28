package chatroom.app;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what a library of the application has told the JVM to run at its end, or the JVM would
 * keep the application's classes: password4j does that for each set of Argon2's parameters, and
 * offers no way to undo it.
 *
 * <p>Which they are is not public. Tomcat's and Payara's start scripts open {@code java.lang} to
 * applications; where it is closed, an ended application stays in memory, and the log says so.
 */
final class OwnHooks {
  private static final Logger log = LoggerFactory.getLogger(OwnHooks.class);

  private OwnHooks() {}

  /** Ends those of this application; nothing in it may be used for passwords any more. */
  static void forget() {
    try {
      Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
      hooks.setAccessible(true);
      if (hooks.get(null) instanceof Map<?, ?> all) {
        List.copyOf(all.keySet()).forEach(OwnHooks::forget);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      log.warn("The JVM may keep this application in memory: {}", e.getMessage());
    }
  }

  private static void forget(Object hook) {
    if (hook instanceof Thread thread
        && thread.getContextClassLoader() == OwnHooks.class.getClassLoader()
        && thread.getName().startsWith("password4j")) {
      Runtime.getRuntime().removeShutdownHook(thread);
    }
  }
}
