package chatroom.wire;

import static chatroom.wire.Decoding.assertInvalid;
import static chatroom.wire.Decoding.decoded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hello may hold. */
class HelloTest {
  private static String hello(String rooms) {
    return "{\"type\":\"hello\",\"rooms\":" + rooms + "}";
  }

  private static String rooms(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"room" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static @Nullable Map<String, Long> roomsOf(String text) throws Malformed {
    return ((ClientMessage.Hello) decoded(text)).rooms();
  }

  @Test
  void allFieldsAreOptional() throws Malformed {
    ClientMessage.Hello nothing =
        new ClientMessage.Hello(null, null, null, null, null, null, null, null);

    assertEquals(nothing, decoded("{\"type\":\"hello\"}"));
    assertEquals(
        nothing,
        decoded(
            "{\"type\":\"hello\",\"frames\":null,\"name\":null,\"rooms\":null,"
                + "\"resume_token\":null}"));
  }

  @Test
  void whatIsUnknownIsIgnored() throws Malformed {
    assertEquals(
        new ClientMessage.Hello(null, null, null, null, null, null, null, null),
        decoded("{\"type\":\"hello\",\"role\":\"admin\",\"is_admin\":true,\"tokens\":{\"a\":{}}}"));
  }

  @Test
  void neitherPasswordNorTokenIsInItsText() throws Malformed {
    String text =
        "{\"type\":\"hello\",\"username\":\"u\",\"password\":\"secret\",\"resume_token\":\"secret\",\"token\":\"secret\"}";

    assertEquals("Hello", decoded(text).toString());
  }

  @Test
  void eachRoomHasTheNumberThatWasSeenLast() throws Malformed {
    assertEquals(Map.of(), roomsOf(hello("{}")));
    assertEquals(
        Map.of("general", 999_999_999_999_999_999L, "@7", 0L, "", 1L),
        roomsOf(hello("{\"general\":999999999999999999,\"@7\":0,\"\":1}")));
  }

  @Test
  void ofARoomThatComesTwiceTheLastCounts() throws Malformed {
    assertEquals(Map.of("general", 2L), roomsOf(hello("{\"general\":1,\"general\":2}")));
    assertEquals(
        Map.of("general", 2L),
        roomsOf("{\"type\":\"hello\",\"rooms\":{\"x\":\"y\"},\"rooms\":{\"general\":2}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "5",
        "\"general\"",
        "true",
        "[{\"general\":1}]",
        "{\"general\":\"1\"}",
        "{\"general\":null}",
        "{\"general\":true}",
        "{\"general\":-1}",
        "{\"general\":1.5}",
        "{\"general\":1e2}",
        "{\"general\":1000000000000000000}",
        "{\"general\":{}}",
        "{\"general\":[1]}",
        "{\"general\":1,\"@7\":{\"x\":1}}",
        "{\"\\ud800\":1}",
      })
  void anythingElseIsNoListOfRooms(String rooms) {
    assertInvalid(hello(rooms));
  }

  @Test
  void aHundredRoomsAreTakenAndNotOneMore() throws Malformed {
    Map<String, Long> seen = roomsOf(hello(rooms(100)));

    assertEquals(100, seen == null ? 0 : seen.size());
    assertInvalid(hello(rooms(101)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"frames", "name", "resume_token", "username", "password", "ref"})
  void theOthersAreTexts(String field) {
    for (String value : new String[] {"5", "true", "[]", "{}", "\"\\ud800\""}) {
      assertInvalid("{\"type\":\"hello\",\"" + field + "\":" + value + "}");
    }
  }
}
