package chatroom.account;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What may be a password: long enough, not as easily guessed as the most common ones or the own
 * name, and whatever characters one likes (NIST SP 800-63B-4, 3.1.1.2). It is compared in Unicode
 * normalization form KC, so that two keyboards write the same.
 *
 * <p>Thread safety: immutable.
 */
public final class PasswordRules {
  /** The shortest, in code points. */
  public static final int MIN_LENGTH = 8;

  /** The longest, in code points: what is longer takes time to hash and says nothing more. */
  public static final int MAX_LENGTH = 128;

  /** A shorter name may be in a password by chance. */
  private static final int MIN_NAME_LENGTH = 4;

  /** The most common ones that are long enough, in lower case. */
  private static final Set<String> COMMON =
      Set.of(
          "12345678",
          "123456789",
          "1234567890",
          "password",
          "password1",
          "passw0rd",
          "qwertyui",
          "qwerty123",
          "qwertyuiop",
          "1q2w3e4r",
          "1q2w3e4r5t",
          "iloveyou",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "welcome1",
          "superman",
          "trustno1",
          "abcd1234",
          "abc12345",
          "aa123456",
          "admin123",
          "11111111",
          "00000000",
          "88888888",
          "87654321",
          "letmein1",
          "asdfghjk",
          "zxcvbnm1",
          "computer",
          "internet",
          "changeme",
          "whatever",
          "starwars");

  private PasswordRules() {}

  /** As it is compared; whatever it is, it is as long as what may be hashed at most. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /** Whether somebody could have it, so that looking is worth the time. */
  static boolean isPossible(String password) {
    return password.length() <= 2 * MAX_LENGTH && !password.isEmpty();
  }

  /**
   * Lets pass what may be the password of somebody of that name.
   *
   * @throws Rejection {@link Code#WEAK_PASSWORD} with what is wrong with it
   */
  public static void require(String password, String name) throws Rejection {
    String normal = isPossible(password) ? normal(password) : password;
    int length = normal.codePointCount(0, normal.length());
    if (length < MIN_LENGTH) {
      throw weak("A password has at least " + MIN_LENGTH + " characters");
    }
    if (length > MAX_LENGTH) {
      throw weak("A password has at most " + MAX_LENGTH + " characters");
    }
    String plain = normal.toLowerCase(Locale.ROOT);
    if (COMMON.contains(plain) || plain.codePoints().distinct().count() == 1) {
      throw weak("Many have this password: it would be guessed");
    }
    String own = normal(name).toLowerCase(Locale.ROOT);
    if (own.length() >= MIN_NAME_LENGTH && plain.contains(own)) {
      throw weak("A password does not have the name in it");
    }
  }

  private static Rejection weak(String why) {
    return new Rejection(Code.WEAK_PASSWORD, why);
  }
}
