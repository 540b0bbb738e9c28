package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LookAlikesTest {
  private static final Confusables CONFUSABLES = Confusables.load();
  private static final LookAlikes LOOK_ALIKES = new LookAlikes(CONFUSABLES);

  @ParameterizedTest
  @CsvSource({
    "paypal, paypaI", // capital i
    "paypal, PAYPAL",
    "paypal, paypa1",
    "paypal, раураӏ", // Cyrillic
    "paypal, pаypal", // one Cyrillic letter
    "Hanna, Нanna", // Cyrillic capital
    "Нина, НИНА",
    "Нина, Hина", // Latin H
    "Eva, Eνa", // Greek nu
    "Ena, EΝa", // its capital
    "Νίκος, ΝΊΚΟΣ", // final sigma
    "Strauß, STRAUSS",
    "Łódź, ŁÓDŹ",
    "Ðan, ðan",
    "moon, rnoon",
    "Otto, 0tto",
    "Otto, ОttО", // Cyrillic
    "l1, ll",
    "Ian, lan",
    "anna, ɑnna",
    "naïve, nai\u0308ve",
  })
  void namesThatPeopleTakeForOneAnotherHaveOneKey(String one, String other) {
    assertEquals(LOOK_ALIKES.key(one), LOOK_ALIKES.key(other));
  }

  @Test
  void namesThatPeopleTellApartHaveTheirOwnKeys() {
    List<String> names =
        List.of(
            "Anna", "Hanna", "Änna", "An na", "Ana", "Eva", "Ena", "Run", "Ryn", "小明", "小红", "Гога",
            "Уоуа", "Анна", "Ганна", "Νίκος", "さくら", "サクラ", "😀", "😁", "🇩🇪", "🇫🇷", "user", "u",
            "2", "5", "Zoe", "Zoé", "محمد", "أحمد", "דוד", "Bob", "Rob");

    assertEquals(names.size(), names.stream().map(LOOK_ALIKES::key).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"paypaI", "Mimi 10|O", "Нина", "ΝΊΚΟΣ", "Strauß", "小明", "Łódź", "😀", "Eνa"})
  void theKeyOfAKeyIsItself(String name) {
    String key = LOOK_ALIKES.key(name);

    assertEquals(key, LOOK_ALIKES.key(key));
  }

  @Test
  void noLetterChangesItsKeyWithItsCase() {
    forEachLetter(
        c -> {
          String letter = Character.toString(c);
          assertEquals(
              LOOK_ALIKES.key(letter.toUpperCase(Locale.ROOT)),
              LOOK_ALIKES.key(letter.toLowerCase(Locale.ROOT)),
              letter);
        });
  }

  @Test
  void noLatinLetterInANameChangesTheKeyWithItsCase() {
    forEachLetter(
        c -> {
          String name = "x" + Character.toString(c);
          if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
            assertEquals(
                LOOK_ALIKES.key(name.toUpperCase(Locale.ROOT)),
                LOOK_ALIKES.key(name.toLowerCase(Locale.ROOT)),
                name);
          }
        });
  }

  @Test
  void whatLooksLikeAsciiIsThatInALatinName() {
    forEachLetter(
        c -> {
          String look = CONFUSABLES.look(c);
          // The capital of tone five, Ƽ, looks like 5, and ƽ like s; it stays with its capital.
          if (look.chars().allMatch(ascii -> ascii <= '~') && c != 'ƽ') {
            assertEquals(LOOK_ALIKES.key("x" + look), LOOK_ALIKES.key("x" + Character.toString(c)));
          }
        });
  }

  @Test
  void sharpSIsTheOnlyLetterWhoseCaseFoldingIsLonger() {
    forEachLetter(
        c -> {
          String folded = UCharacter.foldCase(Character.toString(c), true);
          if (folded.codePointCount(0, folded.length()) > 1) {
            assertEquals("ss", folded);
          }
        });
  }

  /** The letters that can stand in a decomposed name. */
  private static void forEachLetter(IntConsumer test) {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      if (Character.isLetter(c)
          && Normalizer.isNormalized(text, Normalizer.Form.NFKC)
          && Normalizer.isNormalized(text, Normalizer.Form.NFD)) {
        test.accept(c);
      }
    }
  }
}
