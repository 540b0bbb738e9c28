package chatroom.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer that ends, as if the line were cut, when its reader is too slow.
 *
 * <p>Thread safety: none; for one answer.
 */
final class PacedOutput extends FilterOutputStream {
  private final Pace pace;
  private long sent;

  PacedOutput(OutputStream out, Pace pace) {
    super(out);
    this.pace = pace;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    sent += count;
    pace.keep(sent);
  }

  @Override
  public void write(int next) throws IOException {
    write(new byte[] {(byte) next}, 0, 1);
  }
}
