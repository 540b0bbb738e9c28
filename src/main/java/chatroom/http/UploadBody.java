package chatroom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * The body of a request, brought to a file a little at a time: never more than was announced, and
 * never slower than its pace.
 *
 * <p>Thread safety: none; for one request.
 */
final class UploadBody {
  private static final int PIECE = 8192;
  private static final int MAX_PART_HEAD = 8192;
  private static final String BLANK_LINE = "\r\n\r\n";

  private final HttpServletRequest request;
  private final long length;

  /**
   * @throws HttpRefusal if its length is not told, or too much
   */
  UploadBody(HttpServletRequest request, long maxBytes) throws HttpRefusal {
    this.request = request;
    this.length = announced(request);
    if (length < 0) {
      throw unannounced();
    } else if (length > maxBytes) {
      throw new HttpRefusal(
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "upload_too_large",
          "At most " + maxBytes + " bytes may be uploaded");
    }
  }

  /** Payara tells no length of 0; a request has no body unless it says so (RFC 9112, 6.3). */
  private static long announced(HttpServletRequest request) {
    long told = request.getContentLengthLong();
    return told < 0 && request.getHeader("Transfer-Encoding") == null ? 0 : told;
  }

  private static HttpRefusal unannounced() {
    return new HttpRefusal(
        HttpServletResponse.SC_LENGTH_REQUIRED, "length_required", "A Content-Length is needed");
  }

  /** How many bytes were announced. */
  long length() {
    return length;
  }

  /**
   * Writes all of it into a new file.
   *
   * @throws HttpRefusal if the client does not say all of it
   * @throws IOException if the file cannot be written
   */
  void save(Path file, Pace pace) throws HttpRefusal, IOException {
    byte[] piece = new byte[PIECE];
    long saved = 0;
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int n = read(piece); n >= 0; n = read(piece)) {
        saved += n;
        // Over HTTP/2 a body may come that nothing was said of (RFC 9113, 8.1.1).
        if (saved > length) {
          throw unannounced();
        }
        out.write(piece, 0, n);
        pace.keep(saved);
      }
    } catch (Pace.TooSlow e) {
      throw HttpRefusal.tooSlow();
    }
    if (saved != length) {
      throw HttpRefusal.badRequest("The upload is not whole");
    }
  }

  private int read(byte[] piece) throws HttpRefusal {
    try {
      return request.getInputStream().read(piece);
    } catch (SocketTimeoutException e) {
      throw HttpRefusal.tooSlow(); // The container has waited for as long as it waits.
    } catch (IOException e) {
      throw HttpRefusal.cutOff();
    }
  }

  /** The picture in the file that it was saved to: all of it, or its first part if it has parts. */
  InputStream picture(Path file) throws HttpRefusal, IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/")) {
      try {
        skipPartHead(in);
      } catch (HttpRefusal | IOException e) {
        in.close();
        throw e;
      }
    }
    return in;
  }

  private static void skipPartHead(InputStream in) throws HttpRefusal, IOException {
    int matched = 0;
    for (int i = 0; i < MAX_PART_HEAD && matched < BLANK_LINE.length(); i++) {
      int next = in.read();
      if (next < 0 || (i < 2 && next != '-')) {
        break;
      }
      matched =
          next == BLANK_LINE.charAt(matched) ? matched + 1 : next == BLANK_LINE.charAt(0) ? 1 : 0;
    }
    if (matched < BLANK_LINE.length()) {
      throw HttpRefusal.badRequest("The body is not multipart");
    }
  }
}
