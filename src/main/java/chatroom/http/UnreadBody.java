package chatroom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What a refused request still sends when it has been answered: it is read and forgotten, or the
 * sender might not read the answer. Payara waits with what it sends next, and a line that is cut
 * off takes the answer along.
 *
 * <p>Bounds: {@value #MAX_BYTES} bytes, no slower than a {@link Pace}.
 *
 * <p>Thread safety: none; for one request.
 */
final class UnreadBody {
  static final int MAX_BYTES = 8 * 1024 * 1024;
  private static final int PIECE = 8192;

  private final HttpServletRequest request;
  private final LongSupplier nanoTime;

  UnreadBody(HttpServletRequest request, LongSupplier nanoTime) {
    this.request = request;
    this.nanoTime = nanoTime;
  }

  /** Whether more was announced than is read. */
  boolean isTooMuch() {
    return request.getContentLengthLong() > MAX_BYTES;
  }

  /** Reads it; as long as its pace allows. */
  void forget() {
    byte[] piece = new byte[PIECE];
    Pace pace = new Pace(nanoTime);
    try {
      InputStream body = request.getInputStream();
      long read = 0;
      for (int n = body.read(piece); n >= 0 && read < MAX_BYTES; n = body.read(piece)) {
        read += n;
        pace.keep(read);
      }
    } catch (IOException goneOrTooSlow) {
      // It has been answered; the container closes the connection, for the body is not whole.
    }
  }
}
