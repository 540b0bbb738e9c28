package chatroom.bench;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where this program's classes are, for a JVM that is to have the same. */
final class ClassPath {
  private ClassPath() {}

  /** Started by Maven it is not that of the JVM, but of a class loader of Maven's. */
  static String own() {
    ClassLoader loader = ClassPath.class.getClassLoader();
    if (!(loader instanceof URLClassLoader ofMaven)) {
      return System.getProperty("java.class.path");
    }
    return Arrays.stream(ofMaven.getURLs())
        .map(url -> Path.of(URI.create(url.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
