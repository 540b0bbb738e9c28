package chatroom.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without its code and its addresses of the web, in which nobody is named: there are blanks
 * in their place. What they are is told as the page does ({@code markdown/blocks.js}, {@code
 * markdown/inline.js}), but for code within quotes, lists and emphasis, where a mark counts as it
 * stands.
 *
 * <p>It takes as long as the text, whatever is in it: no pattern goes back, and what has no end is
 * looked for once.
 *
 * <p>Thread safety: none.
 */
final class Prose {
  private record Line(int start, int end) {}

  private static final Pattern LINE = Pattern.compile("[^\\r\\n]++");
  private static final Pattern FENCE =
      Pattern.compile(" {0,3}(`{3,}+|~{3,}+)\\s*+[\\w+#.-]*+\\s*+");

  /** A blank line, or the beginning of a point of a list. */
  private static final Pattern PARAGRAPH_END =
      Pattern.compile(
          "(?>\\r\\n?|\\n)(?=[^\\S\\r\\n]*+[\\r\\n]| {0,3}+(?:[-*+]|\\d{1,3}+[.)])[ \\t])");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![A-Za-z0-9])https?://[\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]++", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_MARK = 20;

  private final StringBuilder text;

  private Prose(String text) {
    this.text = new StringBuilder(text);
  }

  /** The text, with blanks. */
  static String of(String text) {
    boolean ticks = text.indexOf('`') >= 0;
    boolean addresses = text.contains("://");
    boolean fences = ticks || text.contains("~~~");
    if (!fences && !addresses) {
      return text;
    }
    Prose prose = new Prose(text);
    if (fences) {
      prose.withoutBlocks();
    }
    if (ticks) {
      prose.withoutSpans();
    }
    if (addresses) {
      prose.withoutAddresses();
    }
    return prose.text.toString();
  }

  private void blank(int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, ' ');
    }
  }

  private void withoutAddresses() {
    Matcher address = ADDRESS.matcher(text.toString());
    while (address.find()) {
      blank(address.start(), address.end());
    }
  }

  private void withoutBlocks() {
    List<Line> lines = new ArrayList<>();
    LINE.matcher(text).results().forEach(it -> lines.add(new Line(it.start(), it.end())));
    Matcher fence = FENCE.matcher(text);
    Set<String> unclosed = new HashSet<>();
    int next = 0;
    while (next < lines.size()) {
      Line line = lines.get(next++);
      if (fence.region(line.start(), line.end()).matches() && !unclosed.contains(fence.group(1))) {
        int last = closing(lines, next, fence.group(1));
        if (last < 0) {
          unclosed.add(fence.group(1));
        } else {
          blank(line.start(), lines.get(last).end());
          next = last + 1;
        }
      }
    }
  }

  private int closing(List<Line> lines, int from, String mark) {
    for (int i = from; i < lines.size(); i++) {
      String line = text.substring(lines.get(i).start(), lines.get(i).end()).strip();
      if (line.startsWith(mark) && line.chars().allMatch(c -> c == mark.charAt(0))) {
        return i;
      }
    }
    return -1;
  }

  private void withoutSpans() {
    String whole = text.toString();
    Matcher end = PARAGRAPH_END.matcher(whole);
    int start = 0;
    while (end.find()) {
      withoutSpans(whole.substring(start, end.start()), start);
      start = end.start();
    }
    withoutSpans(whole.substring(start), start);
  }

  private void withoutSpans(String paragraph, int offset) {
    Set<String> unclosed = new HashSet<>();
    int at = 0;
    while (at < paragraph.length()) {
      int end = endOfSpan(paragraph, at, unclosed);
      blank(offset + at, offset + end);
      at = end > at ? end : at + (paragraph.charAt(at) == '\\' ? 2 : 1);
    }
  }

  /** Behind the code that begins there; if none does, the same place. */
  private static int endOfSpan(String paragraph, int at, Set<String> unclosed) {
    String mark = markAt(paragraph, at);
    if (mark.isEmpty() || unclosed.contains(mark)) {
      return at;
    }
    int end = closing(paragraph, at + mark.length(), mark);
    if (end < 0) {
      unclosed.add(mark);
    }
    return Math.max(at, end);
  }

  private static String markAt(String paragraph, int at) {
    int end = at;
    while (end < paragraph.length() && end < at + LONGEST_MARK && paragraph.charAt(end) == '`') {
      end++;
    }
    return paragraph.substring(at, end);
  }

  /** Behind the next mark of the same length, if there is one. */
  private static int closing(String paragraph, int from, String mark) {
    int at = paragraph.indexOf(mark, from);
    while (at >= 0) {
      int end = at;
      while (end < paragraph.length() && paragraph.charAt(end) == '`') {
        end++;
      }
      if (end - at == mark.length()) {
        return end;
      }
      at = paragraph.indexOf(mark, end);
    }
    return -1;
  }
}
