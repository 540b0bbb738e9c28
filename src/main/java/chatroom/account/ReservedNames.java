package chatroom.account;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names that nobody may choose: {@code System} and {@code User<digits>}, whatever case, script
 * or numerals they are written in, and with or without spaces.
 *
 * <p>Thread safety: immutable.
 */
final class ReservedNames {
  static final String SYSTEM = "System";
  static final String USER = "User";

  private final LookAlikes lookAlikes;
  private final String system;
  private final String user;
  private final Set<Integer> digits;

  ReservedNames(LookAlikes lookAlikes) {
    this.lookAlikes = lookAlikes;
    this.system = lookAlikes.key(SYSTEM);
    this.user = lookAlikes.key(USER);
    this.digits =
        IntStream.rangeClosed('0', '9')
            .mapToObj(digit -> lookAlikes.key(Character.toString(digit)).codePointAt(0))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether the name is reserved.
   *
   * @param text in Unicode normalization form KC
   */
  boolean contain(String text) {
    String plain = withPlainDigits(text);
    return isReserved(lookAlikes.byLook(plain)) || isReserved(lookAlikes.byLetter(plain));
  }

  private boolean isReserved(String key) {
    return key.equals(system)
        || (key.startsWith(user)
            && key.length() > user.length()
            && key.codePoints().skip(user.length()).allMatch(digits::contains));
  }

  /** Without spaces, and one digit for every numeral of any script: which one is no matter. */
  private static String withPlainDigits(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(c -> c != ' ')
        .forEach(c -> plain.appendCodePoint(isNumeral(c) ? '0' : c));
    return plain.toString();
  }

  private static boolean isNumeral(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
