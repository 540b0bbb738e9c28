package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 9, 10, 1L << 31, (1L << 53) - 1})
  void aNumberThatAUserCanHaveIsRead(long id) {
    assertEquals(OptionalLong.of(id), UserId.parse(Long.toString(id)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "+1",
        "01",
        "1 ",
        " 1",
        "1.0",
        "1e2",
        "0x1",
        "1_000",
        "٣",
        "NaN",
        "null",
        "9007199254740992",
        "9999999999999999",
        "10000000000000000",
        "99999999999999999999"
      })
  void anythingElseIsNoUser(String text) {
    assertEquals(OptionalLong.empty(), UserId.parse(text));
  }

  @Test
  void aNumberOfThousandsOfDigitsIsNoUser() {
    assertEquals(OptionalLong.empty(), UserId.parse("1".repeat(5_000)));
  }
}
