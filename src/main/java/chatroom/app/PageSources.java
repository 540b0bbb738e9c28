package chatroom.app;

import chatroom.http.PageFiles;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads what the page consists of from the application's archive: all but what is not public. */
final class PageSources {
  private PageSources() {}

  /** The page as it is sent. */
  static PageFiles of(ServletContext context) {
    Map<String, byte[]> sources = new HashMap<>();
    read(context, "/", sources);
    return new PageFiles(sources);
  }

  private static void read(ServletContext context, String folder, Map<String, byte[]> sources) {
    Set<String> paths = Objects.requireNonNullElse(context.getResourcePaths(folder), Set.of());
    for (String path : paths) {
      boolean isPublic = !path.startsWith("/WEB-INF/") && !path.startsWith("/META-INF/");
      if (isPublic && path.endsWith("/")) {
        read(context, path, sources);
      } else if (isPublic) {
        sources.put(path.substring(1), bytes(context, path));
      }
    }
  }

  private static byte[] bytes(ServletContext context, String path) {
    try (InputStream in = Objects.requireNonNull(context.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
