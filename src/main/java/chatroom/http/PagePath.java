package chatroom.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Addresses of the page's files, of one seen from another, without a leading slash. */
final class PagePath {
  private PagePath() {}

  /** The folder of a file, with a slash behind it unless it is the root. */
  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** What a file at that path means by an address that is relative to it. */
  static String resolve(String path, String address) {
    List<String> parts = new ArrayList<>();
    for (String part : (folder(path) + address).split("/", -1)) {
      if (part.equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /** How a file in that folder calls the one at that path, in a way that modules understand. */
  static String relative(String folder, String path) {
    List<String> from = folder.isEmpty() ? List.of() : Arrays.asList(folder.split("/", 0));
    List<String> to = Arrays.asList(path.split("/", -1));
    int same = 0;
    while (same < from.size() && same < to.size() - 1 && from.get(same).equals(to.get(same))) {
      same++;
    }
    String up = "../".repeat(from.size() - same);
    return (up.isEmpty() ? "./" : up) + String.join("/", to.subList(same, to.size()));
  }
}
