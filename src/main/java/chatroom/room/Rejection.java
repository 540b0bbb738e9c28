package chatroom.room;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that is the client's fault: it is answered with an {@code error} and the connection
 * stays.
 *
 * <p>The message is shown to people and never quotes more of the client's input than its code says.
 * Carries no stack trace, for it is an answer and not a failure.
 *
 * <p>Thread safety: immutable.
 */
public final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final long retryAfterMillis;
  private final @Nullable String ref;

  /** A rejection with the code's own message. */
  public Rejection(Code code) {
    this(code, code.message());
  }

  /** A rejection with a message that names what was refused. */
  public Rejection(Code code, String message) {
    this(code, message, 0, null);
  }

  private Rejection(Code code, String message, long retryAfterMillis, @Nullable String ref) {
    super(message, null, false, false);
    this.code = code;
    this.retryAfterMillis = retryAfterMillis;
    this.ref = ref;
  }

  /** A rejection that would be none after the given time, which is rounded up to a millisecond. */
  public static Rejection retryAfter(Code code, Duration wait) {
    return retryAfter(code, code.message(), wait);
  }

  /** The same with a message that says more than the code does. */
  public static Rejection retryAfter(Code code, String message, Duration wait) {
    return new Rejection(code, message, Math.max(1, wait.plusNanos(999_999).toMillis()), null);
  }

  /** The same rejection, as the answer to the request that carried the given {@code ref}. */
  public Rejection answering(@Nullable String ref) {
    return new Rejection(code, text(), retryAfterMillis, ref);
  }

  /** What programs tell the rejection by. */
  public Code code() {
    return code;
  }

  /** The message for people; never null. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** When to try again, in milliseconds from now; 0 says that trying again is no use. */
  public long retryAfterMillis() {
    return retryAfterMillis;
  }

  /** The {@code ref} of the request, null if it had none. */
  public @Nullable String ref() {
    return ref;
  }
}
