package chatroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one version of the page consists of. Its files have the version in their addresses, so that
 * a page never gets those of another one, and a browser may keep them for good; its worker has the
 * list of them, with what their bytes have to be.
 *
 * <p>Thread safety: immutable; nobody writes into the bytes.
 */
final class PageVersion {
  private static final String DOCUMENT = "index.html";
  private static final String WORKER = "sw.js";
  private static final int NAME_BYTES = 12;

  private static final Pattern LINKED =
      Pattern.compile("\\b(?:href|src)=\"((?:css|js|img)/[^\"]+)\"");

  /** What modules fetch, or the page shows, without a link in the document. */
  private static final Pattern NEEDED = Pattern.compile("(?:js|i18n)/.+|img/[^/]+\\.svg");

  private final Map<String, byte[]> all;
  private final Map<String, byte[]> lasting = new TreeMap<>();
  private final String folder;

  /**
   * @param files of the page as they are sent, by path
   * @throws IllegalArgumentException if the document links to what there is not
   */
  PageVersion(Map<String, byte[]> files) {
    this.all = files;
    Set<String> linked =
        LINKED.matcher(text(DOCUMENT)).results().map(it -> it.group(1)).collect(Collectors.toSet());
    linked.forEach(this::bytes);
    files.forEach(
        (path, bytes) -> {
          if (linked.contains(path) || NEEDED.matcher(path).matches()) {
            lasting.put(path, bytes);
          }
        });
    this.folder = "v-" + name() + "/";
  }

  private String name() {
    MessageDigest digest = sha256();
    Map<String, byte[]> parts = new TreeMap<>(lasting);
    parts.put(DOCUMENT, bytes(DOCUMENT));
    parts.put(WORKER, bytes(WORKER));
    parts.forEach(
        (path, bytes) -> {
          digest.update(path.getBytes(UTF_8));
          digest.update(sha256().digest(bytes));
        });
    byte[] start = Arrays.copyOf(digest.digest(), NAME_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
  }

  /** The files that never change: of each its path with the version in it, and the one without. */
  Map<String, String> lasting() {
    return lasting.keySet().stream().collect(Collectors.toMap(path -> folder + path, path -> path));
  }

  /** The files that are asked for anew each time, by path: all there are, without the version. */
  Map<String, byte[]> changing() {
    Map<String, byte[]> sent = new HashMap<>(all);
    String document = LINKED.matcher(text(DOCUMENT)).replaceAll(this::versioned);
    sent.put(DOCUMENT, document.getBytes(UTF_8));
    Map<String, byte[]> kept = new TreeMap<>();
    lasting.forEach((path, bytes) -> kept.put(folder + path, bytes));
    kept.put(DOCUMENT, document.getBytes(UTF_8));
    sent.put(WORKER, (listOf(kept) + text(WORKER)).getBytes(UTF_8));
    return sent;
  }

  private String versioned(MatchResult link) {
    return Matcher.quoteReplacement(link.group().replace(link.group(1), folder + link.group(1)));
  }

  /** A line of script: of each file its address, and its hash as W3C SRI has it. */
  private static String listOf(Map<String, byte[]> kept) {
    return kept.entrySet().stream()
        .map(it -> "\"" + it.getKey() + "\":\"" + integrity(it.getValue()) + "\"")
        .collect(Collectors.joining(",", "const FILES = {", "};\n"));
  }

  private static String integrity(byte[] bytes) {
    return "sha256-" + Base64.getEncoder().encodeToString(sha256().digest(bytes));
  }

  private String text(String path) {
    return new String(bytes(path), UTF_8);
  }

  private byte[] bytes(String path) {
    byte[] bytes = all.get(path);
    if (bytes == null) {
      throw new IllegalArgumentException("The page has no " + path);
    }
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
