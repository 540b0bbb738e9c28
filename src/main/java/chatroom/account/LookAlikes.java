package chatroom.account;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives two names the same key if people would take one for the other: if they differ only in case,
 * or look alike after UTS #39, or both.
 *
 * <p>A name in one script other than Latin is read letter by letter, so that it is the same in
 * capitals. In every other name a letter that looks like an ASCII character counts as that one:
 * there {@code ν} is a {@code v} in disguise.
 *
 * <p>Thread safety: immutable.
 */
final class LookAlikes {
  private static final char LAST_ASCII = 0x7E;

  private final Confusables confusables;
  private final LetterFamilies families;

  LookAlikes(Confusables confusables) {
    this.confusables = confusables;
    this.families = LetterFamilies.of(confusables);
  }

  /**
   * The key of a name.
   *
   * @param text in Unicode normalization form KC, without invisible characters
   */
  String key(String text) {
    return isForeign(text) ? byLetter(text) : byLook(text);
  }

  /** The key of a text whose letters are what they are. */
  String byLetter(String text) {
    return families.fold(Confusables.decomposed(text));
  }

  /** The key of a text where a letter may be an ASCII character in disguise. */
  String byLook(String text) {
    StringBuilder unmasked = new StringBuilder();
    Confusables.decomposed(text).codePoints().forEach(c -> unmasked.append(unmasked(c)));
    return families.fold(unmasked.toString());
  }

  /** Latin letters are left to their families, which know their capitals. */
  String unmasked(int codePoint) {
    String look = confusables.look(codePoint);
    return look.charAt(0) <= LAST_ASCII && UnicodeScript.of(codePoint) != UnicodeScript.LATIN
        ? look
        : Character.toString(codePoint);
  }

  /** Begins to read a text in any form, whose beginnings have the keys that they have as names. */
  NameReading read() {
    return new NameReading(this, families);
  }

  private static boolean isForeign(String text) {
    Set<UnicodeScript> scripts =
        text.codePoints()
            .filter(Character::isLetter)
            .mapToObj(UnicodeScript::of)
            .collect(Collectors.toSet());
    return scripts.size() == 1 && !scripts.contains(UnicodeScript.LATIN);
  }
}
