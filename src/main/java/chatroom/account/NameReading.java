package chatroom.account;

import chatroom.room.Nicknames;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Knows the key of each beginning of a text after one pass over it: every character gives its part
 * of the key, whatever comes after it.
 *
 * <p>Thread safety: none.
 */
final class NameReading implements Nicknames.Reading {
  private static final int LAST_ASCII = 0x7F;

  private final LookAlikes lookAlikes;
  private final LetterFamilies families;
  private final StringBuilder byLetter = new StringBuilder();
  private final StringBuilder byLook = new StringBuilder();

  /** That of the first letter. */
  private @Nullable UnicodeScript script;

  private boolean mixed;

  NameReading(LookAlikes lookAlikes, LetterFamilies families) {
    this.lookAlikes = lookAlikes;
    this.families = families;
  }

  @Override
  public void add(int codePoint) {
    if (codePoint <= LAST_ASCII) {
      append(codePoint);
    } else {
      Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
          .codePoints()
          .forEach(this::append);
    }
  }

  private void append(int codePoint) {
    if (Character.isLetter(codePoint)) {
      UnicodeScript here = UnicodeScript.of(codePoint);
      mixed |= script != null && script != here;
      script = here;
    }
    byLetter.append(families.nameOf(codePoint));
    lookAlikes.unmasked(codePoint).codePoints().forEach(c -> byLook.append(families.nameOf(c)));
  }

  @Override
  public String key() {
    boolean foreign = script != null && script != UnicodeScript.LATIN && !mixed;
    return Confusables.decomposed((foreign ? byLetter : byLook).toString());
  }
}
