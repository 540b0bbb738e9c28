package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.room.Code;
import chatroom.room.Nickname;
import chatroom.room.Nicknames;
import chatroom.room.Rejection;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrecisNicknamesTest {
  private static final Nicknames NICKNAMES = new PrecisNicknames();

  private static void assertRefused(Code code, String raw) {
    Rejection rejection =
        assertThrows(Rejection.class, () -> NICKNAMES.parse(raw), () -> escaped(raw));
    assertEquals(code, rejection.code(), () -> escaped(raw));
  }

  private static String escaped(String raw) {
    return raw.codePoints().mapToObj(Integer::toHexString).toList().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "A, A",
    "小, 小",
    "Anna, Anna",
    "'  Anna   Maria ', Anna Maria",
    "'\u3000Anna\u00A0\u2003Maria\u3000', Anna Maria", // spaces of other kinds
    "Ａｎｎａ, Anna", // full width
    "ｻｸﾗ, サクラ", // half width
    "Ⅷ, VIII",
    "e\u0301, é",
    "Jean·Luc, Jean·Luc",
    "O'Neil-Söhne_7, O'Neil-Söhne_7",
    "7, 7",
    "❤\uFE0F Anna, ❤ Anna", // as emoji keyboards write it
    "User, User",
    "Users7, Users7",
    "System7, System7",
    "My System, My System",
    "User7a, User7a",
    "שָׁלוֹם, שָׁלוֹם",
    "ﾀﾞ, ダ",
  })
  void aNameIsShownInItsOrdinaryForm(String raw, String shown) throws Rejection {
    assertEquals(Normalizer.normalize(shown, Normalizer.Form.NFC), NICKNAMES.parse(raw).text());
  }

  static List<String> twentyCharacters() {
    return List.of(
        "x".repeat(20),
        "明".repeat(20),
        "😀".repeat(20),
        "🇩🇪".repeat(20),
        "👍🏽".repeat(20),
        "q\u0323\u0307".repeat(20),
        "e\u0301".repeat(20),
        "각".repeat(20));
  }

  @ParameterizedTest
  @MethodSource("twentyCharacters")
  void twentyCharactersAsAPersonCountsAreAllowedAndNoMore(String name) throws Rejection {
    assertEquals(
        Normalizer.normalize(name, Normalizer.Form.NFC), NICKNAMES.parse("  " + name + " ").text());
    assertRefused(Code.INVALID_NAME, name + "x");
  }

  static List<String> invalidNames() {
    return List.of(
        "",
        " ",
        "\u3000 \u00A0",
        "x".repeat(21),
        "明".repeat(21),
        "\uFDFA\uFDFA", // 18 characters each
        "x" + " ".repeat(200), // bounded before it is looked at
        "\u0000",
        "An\u0000na",
        "Anna\n",
        "\tAnna",
        "An\u001Bna",
        "An\u007Fna",
        "An\u0085na",
        "An\u2028na",
        "An\u2029na",
        "\uD800",
        "Anna\uDC00",
        "\uDC00\uD800",
        "An\uE000na", // private use
        "An\uDBFF\uDFFDna",
        "An\u0378na", // unassigned
        "An\uFFFFna", // not a character
        "\u202EannA",
        "\u202Aanna",
        "\u2066anna\u2069",
        "anna\u200E",
        "anna\u200F",
        "anna\u061C",
        "an\u200Bna",
        "an\u200Cna",
        "an\u200Dna",
        "an\u2060na",
        "an\u2063na",
        "an\uFEFFna",
        "an\u00ADna",
        "an\u034Fna",
        "an\u180Ena",
        "👨\u200D👩\u200D👧", // a family is joined by zero-width characters
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F", // so is a flag with tags
        "\uFE0F",
        "明\uDB40\uDD00",
        "\u115F",
        "\u1160",
        "\u3164",
        "\uFFA0",
        "\u2800",
        "\uFFFC",
        "\uD834\uDD59",
        "\u0301Anna",
        " \u0301Anna",
        "\u00A8", // becomes a space and a mark
        "Z" + "\u0301\u0302\u0303\u0304\u0305" + "algo",
        "\u00E9\u0302\u0303\u0304\u0305",
        "q" + "\u0323".repeat(150),
        "کا".repeat(2) + "\u0903".repeat(57)); // few clusters, many code points
  }

  @ParameterizedTest
  @MethodSource("invalidNames")
  void whatCannotBeReadAsANameIsInvalid(String raw) {
    assertRefused(Code.INVALID_NAME, raw);
  }

  @Test
  void everyInvisibleCharacterIsInvalidOrDropped() throws Rejection {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c == 0xFE0E || c == 0xFE0F) {
        assertEquals("Anna", NICKNAMES.parse("An" + Character.toString(c) + "na").text());
      } else if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
        assertRefused(Code.INVALID_NAME, "An" + Character.toString(c) + "na");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System",
        "system",
        "SYSTEM",
        "Ｓｙｓｔｅｍ",
        "ѕystem",
        "Ѕуѕтем",
        "ЅΥЅТЕМ",
        " System ",
        "Sys tem",
        "𝕊𝕪𝕤𝕥𝕖𝕞",
        "Systern",
        "Ⓢystem",
        "User7",
        "user7",
        "USER007",
        "User1234567890",
        "Ｕser７",
        "Usеr7",
        "υѕег7",
        "User٧",
        "User७",
        "User৪",
        "User①",
        "User²",
        "User❼",
        "User 7",
        "UserO",
        "Userl",
        "UserI0",
        "𝐔𝐬𝐞𝐫𝟕",
        "User𝟕",
        "User〇"
      })
  void reservedNamesAreTakenInAnyLook(String raw) {
    assertRefused(Code.NAME_TAKEN, raw);
  }

  @Test
  void anUnnamedUserHasTheReservedName() {
    Nickname name = NICKNAMES.unnamed(42);

    assertEquals("User42", name.text());
    assertNotEquals(name.key(), NICKNAMES.unnamed(43).key());
  }

  @ParameterizedTest
  @CsvSource({
    "Anna, ＡＮＮＡ",
    "Anna, 𝒜𝓃𝓃𝒶",
    "Anna, ａｎｎａ",
    "Anna, ' Аnna'", // Cyrillic
    "Anna Maria, 'ANNA  MARIA'",
    "é, E\u0301",
    "サクラ, ｻｸﾗ",
    "ffi, ﬃ",
    "Paypal, ＰａｙｐａＩ",
    "Strasse, Straße",
  })
  void namesThatDifferOnlyInLookHaveOneKey(String one, String other) throws Rejection {
    assertEquals(NICKNAMES.parse(one).key(), NICKNAMES.parse(other).key());
  }

  @Test
  void caseWidthAndRepetitionNeverChangeTheKey() throws Rejection {
    for (String name : List.of("Anna", "Il1|O0", "mQ-w_7!", "Zebra Crossing", "The Quick Fox")) {
      String key = NICKNAMES.parse(name).key();
      assertEquals(key, NICKNAMES.parse(name.toUpperCase(Locale.ROOT)).key());
      assertEquals(key, NICKNAMES.parse(name.toLowerCase(Locale.ROOT)).key());
      assertEquals(key, NICKNAMES.parse(fullWidth(name)).key());
      assertEquals(key, NICKNAMES.parse(NICKNAMES.parse(fullWidth(name)).text()).key());
    }
  }

  @Test
  void distinctUsersNumbersNeverMeet() {
    assertEquals(
        10_000,
        IntStream.range(0, 10_000).mapToObj(id -> NICKNAMES.unnamed(id).key()).distinct().count());
  }

  private static String fullWidth(String ascii) {
    StringBuilder wide = new StringBuilder();
    ascii.chars().forEach(c -> wide.append(c == ' ' ? '\u3000' : (char) (c + 0xFEE0)));
    return wide.toString();
  }
}
