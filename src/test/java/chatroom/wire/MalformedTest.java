package chatroom.wire;

import static chatroom.wire.Decoding.CODEC;
import static chatroom.wire.Decoding.assertInvalid;
import static chatroom.wire.Decoding.decoded;
import static chatroom.wire.Decoding.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What clients may not say is refused, with the right code and with what can be read of its ref.
 */
class MalformedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "hello",
        "{",
        "}",
        "{\"type\"",
        "{\"type\":",
        "{\"type\":\"ping\"",
        "{\"type\":\"ping\",}",
        "{type:\"ping\"}",
        "{'type':'ping'}",
        "{\"type\":\"ping\"}}",
        "{\"type\":\"ping\"} x",
        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
        "{\"type\":\"ping\"},",
        "{\"type\":\"ping\"}\n{\"type\":\"ping\"}",
        "{\"type\":\"ping\"}null",
        "[{\"type\":\"ping\"}]",
        "[]",
        "null",
        "true",
        "1",
        "\"ping\"",
        "\uFEFF{\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"a\":01}",
        "{\"type\":\"ping\",\"a\":NaN}",
        "{\"type\":\"ping\",\"a\":\"\\x\"}",
        "{\"type\":\"ping\",\"a\":\"\\u12\"}",
        "{\"type\":\"ping\",\"a\":\"\n\"}",
        "{\"type\":\"ping\",\"a\":\"\0\"}",
        "{\"type\":\"ping\" /* comment */}",
        "{\"type\":\"ping\",\"a\":[1,]}"
      })
  void whatIsNotOneJsonObjectAndNothingElse(String text) {
    assertInvalid(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":null}",
        "{\"type\":5}",
        "{\"type\":true}",
        "{\"type\":[\"ping\"]}",
        "{\"type\":{\"type\":\"ping\"}}",
        "{\"Type\":\"ping\"}",
        "{\"x\":{\"type\":\"ping\"}}"
      })
  void whatHasNoTypeThatIsAString(String text) {
    assertInvalid(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "message, content",
        "message, room",
        "message, ref",
        "private_message, content",
        "private_message, ref",
        "set_name, name",
        "set_name, ref",
        "get_users, room",
        "get_users, ref",
        "get_stats, ref",
        "get_history, room",
        "get_history, ref",
        "ping, ref"
      })
  void whatHasSomethingElseWhereAStringBelongs(String type, String field) {
    for (String value :
        new String[] {"1", "true", "false", "[]", "[\"a\"]", "{}", "{\"a\":\"b\"}"}) {
      assertInvalid("{\"type\":\"" + type + "\",\"" + field + "\":" + value + "}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[7]", "{\"id\":7}"})
  void whatHasAnAddresseeThatIsNeitherNumberNorString(String id) {
    assertInvalid("{\"type\":\"private_message\",\"content\":\"x\",\"to_id\":" + id + "}");
  }

  static Stream<String> notIntegers() {
    return Stream.of(
        "\"5\"",
        "true",
        "[5]",
        "{}",
        "1.0",
        "0.5",
        "1e2",
        "1E2",
        "1e-2",
        "1e999999999",
        "1234567890123456789",
        "-1234567890123456789",
        "9".repeat(2_000),
        "1." + "0".repeat(2_000));
  }

  @ParameterizedTest
  @MethodSource("notIntegers")
  void whatHasSomethingElseWhereAnIntegerBelongs(String value) {
    for (String field : new String[] {"before_seq", "after_seq", "limit"}) {
      assertInvalid("{\"type\":\"get_history\",\"" + field + "\":" + value + "}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"content\":\"\\ud800\"}",
        "{\"type\":\"message\",\"content\":\"a\\udc00b\"}",
        "{\"type\":\"message\",\"content\":\"\\udc4d\\ud83d\"}",
        "{\"type\":\"message\",\"content\":\"\\ud83d\\ud83d\\udc4d\"}",
        "{\"type\":\"message\",\"content\":\"\uD800\"}",
        "{\"type\":\"message\",\"content\":\"ok\",\"x\":\"\\ud800\"}",
        "{\"type\":\"message\",\"content\":\"ok\",\"\\ud800\":1}",
        "{\"type\":\"message\",\"content\":\"ok\",\"x\":{\"\\udc00\":1}}",
        "{\"type\":\"message\",\"content\":\"ok\",\"x\":[[\"\\udc00\"]]}",
        "{\"type\":\"message\",\"content\":\"ok\",\"ref\":\"\\ud800\"}",
        "{\"type\":\"\\ud800\"}"
      })
  void whatHasHalfACharacterInAnyString(String text) {
    assertInvalid(text);
  }

  private static String nested(int depth) {
    // The outermost object is one level.
    return "{\"type\":\"ping\",\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  @Test
  void whatIsNestedDeeperThanThirtyTwoLevels() throws Malformed {
    assertEquals(new ClientMessage.Ping(null), decoded(nested(32)));
    assertInvalid(nested(33));
    assertInvalid("{\"type\":\"ping\",\"x\":" + "{\"x\":".repeat(32) + "1" + "}".repeat(33));
    assertInvalid("[".repeat(10_000));
  }

  @Test
  void whatHasARefOfMoreThanSixtyFourCharacters() {
    String text = "{\"type\":\"ping\",\"ref\":\"" + "👍".repeat(65) + "\"}";

    assertInvalid(text);
    assertNull(refused(text).ref());
  }

  @Test
  void whatIsOfATypeThatNobodyKnows() {
    Rejection refused = refused("{\"type\":\"shout\",\"ref\":\"r\",\"content\":5}");

    assertEquals(Code.UNKNOWN_TYPE, refused.code());
    assertEquals("Unknown message type: shout", refused.text());
    assertEquals("r", refused.ref());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ping", "ping ", "PING", "chatroom.wire.ClientMessage$Ping"})
  void aTypeIsKnownToTheLetter(String type) {
    assertEquals(Code.UNKNOWN_TYPE, refused("{\"type\":\"" + type + "\"}").code());
  }

  @Test
  void ofAnUnknownTypeFortyCharactersAreRepeated() {
    assertEquals(
        "Unknown message type: " + "x".repeat(40),
        refused("{\"type\":\"" + "x".repeat(40) + "\"}").text());
    assertEquals(
        "Unknown message type: " + "x".repeat(40),
        refused("{\"type\":\"" + "x".repeat(41) + "\"}").text());
    assertEquals(
        "Unknown message type: x" + "👍".repeat(39),
        refused("{\"type\":\"x" + "👍".repeat(60) + "\"}").text());
  }

  @Test
  void theRefIsRepeatedIfItCanBeRead() {
    assertEquals("r", refused("{\"ref\":\"r\",\"type\":\"set_name\",\"name\":5}").ref());
    assertEquals("r", refused("{\"ref\":\"r\"}").ref());
    assertNull(refused("{\"ref\":5,\"type\":\"set_name\"}").ref());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"content\":5,\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"type\":\"message\",\"content\":5}",
        "{\"type\":\"get_history\",\"limit\":\"x\",\"limit\":5}",
        "{\"type\":\"get_history\",\"limit\":{},\"limit\":5}",
        "{\"type\":\"get_history\",\"limit\":1e99999,\"limit\":5}",
        "{\"type\":\"message\",\"content\":[\"x\"],\"content\":\"a\"}",
        "{\"type\":\"get_history\",\"limit\":1e99999999999,\"limit\":5}",
        "{\"type\":5,\"type\":\"ping\"}",
        "{\"type\":{},\"type\":\"ping\"}"
      })
  void whatContradictsItselfNeverGetsPastItsFormat(String text) {
    try {
      ClientMessage message = CODEC.decode(text);
      assertEquals(message, CODEC.decode(text), "understood, so at least always in one way");
      assertEquals(false, message instanceof ClientMessage.Post post && "5".equals(post.content()));
    } catch (Malformed refused) {
      assertEquals(Code.INVALID_FORMAT, refused.rejection().code());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingElseThanARefusalComesOfRubbish(long seed) {
    Random random = new Random(seed);
    String sound = "{\"type\":\"get_history\",\"room\":\"@7\\u00e9\",\"limit\":-20,\"x\":[{}]}";
    String noise = "{}[]\",:\\u0019eE.+-/tn\uD83D\uDC4D ";
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder(sound);
      for (int change = 0; change <= random.nextInt(4); change++) {
        int at = random.nextInt(text.length());
        char other = noise.charAt(random.nextInt(noise.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, other);
          case 1 -> text.insert(at, other);
          default -> text.setLength(Math.max(1, at));
        }
      }
      try {
        CODEC.decode(text.toString());
      } catch (Malformed refused) {
        // As it should be; anything else that is thrown fails the test.
      }
    }
  }
}
