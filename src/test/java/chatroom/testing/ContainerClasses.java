package chatroom.testing;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Shows an application only what a real container would: the JDK and Tomcat's own classes.
 *
 * <p>So a jar that is on the test class path but missing in the WAR is missed here too, and the
 * application's classes are never taken from the test class path.
 */
final class ContainerClasses extends ClassLoader {
  ContainerClasses() {
    super(ContainerClasses.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (ofTheContainer(name.replace('.', '/'))) {
      return super.loadClass(name, resolve);
    }
    return getPlatformClassLoader().loadClass(name);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return ofTheContainer(name)
        ? super.getResource(name)
        : getPlatformClassLoader().getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return ofTheContainer(name) ? super.getResources(name) : Collections.emptyEnumeration();
  }

  private static boolean ofTheContainer(String path) {
    String service = "META-INF/services/";
    String what =
        path.startsWith(service) ? path.substring(service.length()).replace('.', '/') : path;
    return what.startsWith("jakarta/servlet/")
        || what.startsWith("jakarta/websocket/")
        || what.startsWith("jakarta/el/")
        || what.startsWith("jakarta/annotation/")
        || what.startsWith("jakarta/security/")
        || what.startsWith("org/apache/");
  }
}
