package chatroom.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the page as it is sent, in one encoding, with a tag that changes with its bytes.
 *
 * <p>Thread safety: immutable; nobody writes into {@code bytes}.
 *
 * @param etag a strong one (RFC 9110, 8.8.3)
 * @param gzip whether the bytes are compressed
 */
@SuppressWarnings("ArrayRecordComponent")
record PageFile(byte[] bytes, String etag, boolean gzip) {
  private static final int TAG_BYTES = 12;

  /** The file as it is. */
  static PageFile plain(byte[] bytes) {
    return new PageFile(bytes, tag(bytes), false);
  }

  /** The file compressed as far as can be: it is done once. */
  static PageFile compressed(byte[] bytes) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (OutputStream stream = new BestGzip(to)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] small = to.toByteArray();
    return new PageFile(small, tag(small), true);
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] start = Arrays.copyOf(hash, TAG_BYTES);
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream to) throws IOException {
      super(to);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
