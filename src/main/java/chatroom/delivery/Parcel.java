package chatroom.delivery;

import chatroom.wire.Frame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is sent in one go, and may be to many: it is put together when that is first asked for, and
 * then not again.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Parcel {
  /** How frames travel. */
  public enum Form {
    /** As one text message, a newline between two of them. */
    TEXT,
    /** The same as one binary message. */
    BINARY,
    /** As text messages of their own. */
    TEXTS;

    /** The protocol that has this form. */
    Protocol protocol() {
      return this == TEXTS ? Protocol.PLAIN : Protocol.CHAT_V1;
    }
  }

  private static final byte NEWLINE = '\n';

  private final List<Frame> frames;
  private final Form form;
  private final int size;

  /** Two threads that ask first may both make it; what they make is the same. So with the next. */
  private volatile @Nullable String text;

  private volatile @Nullable ByteBuffer utf8;

  /**
   * A parcel of frames.
   *
   * @param frames in their order; at least one
   */
  public Parcel(List<Frame> frames, Form form) {
    this.frames = List.copyOf(frames);
    this.form = form;
    this.size = frames.stream().mapToInt(Frame::bytes).sum() + frames.size() - 1;
  }

  /** What is in it, in order. */
  public List<Frame> frames() {
    return frames;
  }

  /** How it travels. */
  public Form form() {
    return form;
  }

  /** Its size in UTF-8, newlines between frames included. */
  public int size() {
    return size;
  }

  /** What it says. */
  public String text() {
    if (frames.size() == 1) {
      return frames.get(0).text();
    }
    String made = text;
    if (made == null) {
      made = frames.stream().map(Frame::text).collect(Collectors.joining("\n"));
      text = made;
    }
    return made;
  }

  /** What it says, in UTF-8, shared by all that ask: not to be written to. */
  public ByteBuffer utf8() {
    if (frames.size() == 1) {
      return frames.get(0).utf8();
    }
    ByteBuffer made = utf8;
    if (made == null) {
      made = joined();
      utf8 = made;
    }
    return made.duplicate();
  }

  private ByteBuffer joined() {
    ByteBuffer joined = ByteBuffer.allocate(size + 1);
    frames.forEach(frame -> joined.put(frame.utf8()).put(NEWLINE));
    return joined.flip().limit(size);
  }
}
