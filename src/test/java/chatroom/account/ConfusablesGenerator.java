package chatroom.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes {@code confusables.txt} to standard output. From the project directory:
 *
 * <pre>
 * java -cp ~/.m2/repository/com/ibm/icu/icu4j/77.1/icu4j-77.1.jar \
 *   src/test/java/chatroom/account/ConfusablesGenerator.java \
 *   &gt; src/main/resources/chatroom/account/confusables.txt
 * </pre>
 */
final class ConfusablesGenerator {
  private ConfusablesGenerator() {}

  public static void main(String[] args) {
    System.out.writeBytes(table().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /** The whole file: its head, then a line for each look and all characters that have it. */
  static String table() {
    SpoofChecker checker = new SpoofChecker.Builder().build();
    Map<String, StringBuilder> sourcesOfLook = new TreeMap<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (isWanted(c)) {
        String look = checker.getSkeleton(Character.toString(c));
        if (!look.isEmpty() && !look.equals(Character.toString(c))) {
          sourcesOfLook
              .computeIfAbsent(hex(look), key -> new StringBuilder())
              .append(' ')
              .append(Integer.toHexString(c));
        }
      }
    }
    return head()
        + sourcesOfLook.entrySet().stream()
            .map(entry -> entry.getKey() + ";" + entry.getValue() + "\n")
            .collect(Collectors.joining());
  }

  /** Characters that stay in a text when it is decomposed; the others are never looked up. */
  private static boolean isWanted(int c) {
    return UCharacter.isDefined(c)
        && UCharacter.getType(c) != ECharacterCategory.SURROGATE
        && Normalizer2.getNFDInstance().isNormalized(Character.toString(c));
  }

  private static String head() {
    VersionInfo version = UCharacter.getUnicodeVersion();
    return """
    # What characters look like: the look, a semicolon, the characters that have it; all in hexadecimal.
    # Unicode %d.%d, from the data of UTS #39 "Unicode Security Mechanisms" (confusables.txt) as ICU gives them,
    # without characters that have a canonical decomposition. Written by ConfusablesGenerator; do not edit.
    # Copyright (c) 1991-present Unicode, Inc. Unicode License V3, https://www.unicode.org/license.txt
    """
        .formatted(version.getMajor(), version.getMinor());
  }

  private static String hex(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
  }
}
