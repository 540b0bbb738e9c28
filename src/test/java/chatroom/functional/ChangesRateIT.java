package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to messages costs as much as what is said, whether it may be done or not. */
final class ChangesRateIT {
  private static final int MORE_THAN_MAY_BE = 100;

  @RegisterExtension static final RunningChat CHAT = RunningChat.with("rate-limit", "1");

  @ParameterizedTest
  @ValueSource(strings = {"edit", "delete", "react", "image"})
  void thereIsABoundOn(String type) {
    TestClient alice = CHAT.join();
    for (int i = 0; i < MORE_THAN_MAY_BE; i++) {
      alice.send(
          type, "message_id", 987_654, "content", "x", "emoji", "👍", "on", true, "url", "none");
    }
    Set<String> codes =
        alice.untilNow().stream()
            .map(it -> content(it).getString("code"))
            .collect(Collectors.toSet());

    String wrong = type.equals("image") ? "invalid_url" : "message_not_found";
    assertEquals(Set.of(wrong, "rate_limited"), codes);
  }
}
