package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "What we do", "späß 👨\u200d👩\u200d👧 計画", "<b>\"'&"})
  void aTopicIsOneLineOfAnything(String topic) throws Rejection {
    assertEquals(topic, Topic.parse(topic));
    assertEquals(topic, Topic.parse(" \t" + topic + "\n "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\rb", "a\tb", "a\0b", "a\u0085b", "a\u2028b", "a\u202eb", "a\u2067b"})
  void controlCharactersAndLineEndsAreRefused(String topic) {
    Rejection refused = assertThrows(Rejection.class, () -> Topic.parse(topic));
    assertEquals(Code.INVALID_ROOM, refused.code());
  }

  @Test
  void aTopicHasUpTo250Characters() throws Rejection {
    assertEquals("👍".repeat(250), Topic.parse("👍".repeat(250)));
    assertThrows(Rejection.class, () -> Topic.parse("x".repeat(251)));
  }
}
