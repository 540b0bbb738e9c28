package chatroom.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test fails on a frame that the protocol's document does not describe. */
class ProtocolWatchTest {
  private static final String PONG = "{\"type\":\"pong\",\"timestamp\":1}";

  private final ProtocolWatch watch = new ProtocolWatch(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pong",
        "[]",
        "{}",
        "{\"type\":\"pong\"}",
        "{\"type\":\"pong\",\"timestamp\":\"1\"}",
        "{\"type\":\"pong\",\"timestamp\":1,\"shout\":1}",
        "{\"type\":\"shout\",\"timestamp\":1}",
        "{\"type\":\"ping\"}",
        PONG + PONG
      })
  void whatTheServerMustNotSayIsNoticedThoughMoreComes(String frame) {
    watch.received(frame);
    watch.received(PONG);

    assertThrows(AssertionError.class, watch::verify);
  }

  @Test
  void whatIsDescribedIsNoFault() {
    watch.received(PONG);
    watch.sent("{\"type\":\"ping\",\"more\":1e400}");

    watch.verify();
  }

  @Test
  void aClientMaySendWhatTheServerRefusesAsMalformed() {
    watch.sent("no JSON");
    watch.sent("{\"type\":\"ping\",\"ref\":7}");

    watch.verify();
  }

  @Test
  void anotherProtocolIsNotWatched() {
    ProtocolWatch blind = new ProtocolWatch(false);
    blind.received("Echo: hello");

    blind.verify();
  }
}
