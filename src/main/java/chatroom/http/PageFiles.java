package chatroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the page as they are sent: stylesheets and modules put together, all compressed that
 * gain by it. What is not among them is not the page's.
 *
 * <p>Thread safety: immutable.
 */
public final class PageFiles {
  private static final String START = "js/main.js";
  private static final Pattern IMPORTED =
      Pattern.compile("^@import '([^']+)';\\n", Pattern.MULTILINE);

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml;charset=UTF-8",
          "yaml", "application/yaml",
          "webmanifest", "application/manifest+json",
          "png", "image/png");

  private final Map<String, Sent> files;

  /**
   * One file for whoever asks.
   *
   * @param type with its encoding
   * @param lasting whether there will never be anything else at its address
   */
  record Sent(String type, boolean lasting, PageFile plain, PageFile compressed) {
    private static Sent of(String type, byte[] bytes) {
      return new Sent(type, false, PageFile.plain(bytes), PageFile.compressed(bytes));
    }

    private Sent forGood() {
      return new Sent(type, true, plain, compressed);
    }

    PageFile forWhoTakes(boolean gzip) {
      return gzip && compressed.bytes().length < plain.bytes().length ? compressed : plain;
    }
  }

  /**
   * @param sources what the page consists of, by path from its root, without a leading slash
   * @throws IllegalArgumentException if they do not fit together
   */
  public PageFiles(Map<String, byte[]> sources) {
    Map<String, byte[]> all = new HashMap<>(sources);
    Map<String, ModuleSource> modules = new TreeMap<>();
    sources.forEach(
        (path, bytes) -> {
          if (path.endsWith(".css")) {
            all.put(path, flattened(sources, path).getBytes(UTF_8));
          } else if (path.startsWith("js/") || path.startsWith("i18n/")) {
            modules.put(path, new ModuleSource(path, new String(bytes, UTF_8)));
          }
        });
    modules.keySet().forEach(all::remove);
    new ModulePacks(modules, START)
        .files()
        .forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
    PageVersion version = new PageVersion(all);
    Map<String, Sent> sent = new HashMap<>();
    version
        .changing()
        .forEach(
            (path, bytes) -> type(path).ifPresent(type -> sent.put(path, Sent.of(type, bytes))));
    version
        .lasting()
        .forEach(
            (lasting, path) -> {
              Sent file = sent.get(path);
              if (file != null) {
                sent.put(lasting, file.forGood());
              }
            });
    this.files = Map.copyOf(sent);
  }

  private static String flattened(Map<String, byte[]> sources, String path) {
    String text = new String(sources.get(path), UTF_8).replace("\r\n", "\n");
    return IMPORTED
        .matcher(text)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(flattened(sources, PagePath.resolve(path, it.group(1)))));
  }

  private static Optional<String> type(String path) {
    return Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
  }

  /**
   * Whether pages of other origins may be given what is at that path, which begins with a slash:
   * what a page is made of, but no page.
   */
  public boolean isOpen(String path) {
    return at(path).isPresent() && !path.endsWith(".html");
  }

  /** The file at that path, which begins with a slash. */
  Optional<Sent> at(String path) {
    return Optional.ofNullable(files.get(path.replaceFirst("^/", "")));
  }
}
