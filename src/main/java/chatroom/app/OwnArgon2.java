package chatroom.app;

import com.password4j.Argon2Function;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what password4j keeps for each set of Argon2's parameters, and offers no way to undo:
 * as much memory as one password takes, and a hook that the JVM is to run at its end, by which it
 * would keep the application's classes. A container may keep some of an ended application for long
 * (Payara does, with requests that it pools), so that memory is to go by itself.
 *
 * <p>Neither is public. Tomcat's and Payara's start scripts open {@code java.lang} to applications;
 * where it is closed, an ended application stays in memory, and the log says so.
 */
final class OwnArgon2 {
  private static final Logger log = LoggerFactory.getLogger(OwnArgon2.class);

  private OwnArgon2() {}

  /** For an application that ends: no password is looked at any more. */
  static void forget() {
    forgetInstances();
    forgetHooks();
  }

  private static void forgetInstances() {
    try {
      Field instances = Argon2Function.class.getDeclaredField("INSTANCES");
      instances.setAccessible(true);
      if (instances.get(null) instanceof Map<?, ?> all) {
        all.clear();
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      log.warn("Memory for passwords is kept: {}", e.getMessage());
    }
  }

  private static void forgetHooks() {
    try {
      Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
      hooks.setAccessible(true);
      if (hooks.get(null) instanceof Map<?, ?> all) {
        List.copyOf(all.keySet()).forEach(OwnArgon2::forgetHook);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      log.warn("The JVM may keep this application in memory: {}", e.getMessage());
    }
  }

  private static void forgetHook(Object hook) {
    if (hook instanceof Thread thread
        && thread.getContextClassLoader() == OwnArgon2.class.getClassLoader()
        && thread.getName().startsWith("password4j")) {
      Runtime.getRuntime().removeShutdownHook(thread);
    }
  }
}
