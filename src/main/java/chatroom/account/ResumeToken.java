package chatroom.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a guest is known by on return: 256 random bits, which nobody can guess. The server keeps
 * only its {@link #hash}, from which nobody can make it.
 *
 * <p>Thread safety: immutable.
 */
public final class ResumeToken {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;

  private ResumeToken(String text) {
    this.text = text;
  }

  /** A token that nobody has. */
  public static ResumeToken fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ResumeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token that a client sent; empty if the text cannot be one. */
  public static Optional<ResumeToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ResumeToken(text)) : Optional.empty();
  }

  /** The token as the client sends it. */
  public String text() {
    return text;
  }

  /** Its SHA-256, 64 hexadecimal digits. */
  public String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Tells nothing of the token, for the log. */
  @Override
  public String toString() {
    return "ResumeToken";
  }
}
