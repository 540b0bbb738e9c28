package chatroom.archive;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes HTML in which every text is nothing but text, also within attributes: what is markup comes
 * from the code alone.
 *
 * <p>Thread safety: none; for one page.
 */
final class Html {
  /** What stands for what HTML has no way to say. */
  private static final char REPLACEMENT = '\uFFFD';

  private final Writer out;

  Html(Writer out) {
    this.out = out;
  }

  /** Before all else: without it browsers draw pages as in the nineties. */
  Html doctype() throws IOException {
    out.write("<!doctype html>\n");
    return this;
  }

  /**
   * Begins an element, or writes one that has no end.
   *
   * @param attributes name, value, name, value
   */
  Html open(String tag, String... attributes) throws IOException {
    out.write('<');
    out.write(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.write(' ');
      out.write(attributes[i]);
      out.write("=\"");
      escape(attributes[i + 1]);
      out.write('"');
    }
    out.write('>');
    return this;
  }

  Html close(String tag) throws IOException {
    out.write("</");
    out.write(tag);
    out.write('>');
    return this;
  }

  Html text(String text) throws IOException {
    escape(text);
    return this;
  }

  /** A whole element that holds nothing but text. */
  Html element(String tag, String text, String... attributes) throws IOException {
    return open(tag, attributes).text(text).close(tag);
  }

  /** For whoever reads the source. */
  Html line() throws IOException {
    out.write('\n');
    return this;
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (next) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '"' -> out.write("&quot;");
        case '\'' -> out.write("&#39;");
        default -> out.write(isSayable(next) ? next : REPLACEMENT);
      }
    }
  }

  /** Control characters are no part of HTML, but for those that are blanks. */
  private static boolean isSayable(char c) {
    return c == '\n' || c == '\t' || !Character.isISOControl(c);
  }
}
