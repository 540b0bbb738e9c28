package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Eventually;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guesses in parallel, and a flood of registrations, are refused for the most part. */
final class GuessingIT {
  private static final String PASSWORD = "correct horse";
  private static final int UNAVAILABLE = 1013;

  @RegisterExtension
  static final RunningChat CHAT =
      RunningChat.unhurried("trusted-proxies", "127.0.0.0/8", "registration", "invitation");

  private TestClient witness;

  @BeforeEach
  void join() {
    witness = CHAT.join();
  }

  @AfterEach
  void nobodyElseNoticed() {
    witness.expectNothing();
  }

  private static TestClient from(String address) {
    return CHAT.keep(
        TestClient.to(CHAT.server().ws())
            .header("X-Forwarded-For", address)
            .subprotocols("chat.v1")
            .connect());
  }

  private static void guess(TestClient client) {
    client.send("hello", "username", "Somebody", "password", "wrong horse");
  }

  /** Eight of them at least, at once; nothing is asked of those that are looked at. */
  private static void mostAreRefused(List<TestClient> clients) {
    clients.forEach(GuessingIT::guess);
    List<TestClient> unanswered = new ArrayList<>(clients);
    List<TestClient> refused = new ArrayList<>();
    Eventually.until(
        "most are refused",
        () -> {
          unanswered.stream()
              .filter(client -> client.waiting() > 0)
              .toList()
              .forEach(
                  client -> {
                    unanswered.remove(client);
                    if (content(client.take()).getString("code").equals("rate_limited")) {
                      refused.add(client);
                    }
                  });
          return refused.size() >= 8;
        });
    refused.forEach(client -> assertEquals(UNAVAILABLE, client.closeCode()));
  }

  @Test
  void mostOfManyGuessesFromOneAddress() {
    mostAreRefused(IntStream.range(0, 20).mapToObj(i -> from("203.0.113.1")).toList());
  }

  @Test
  void mostOfManyGuessesFromManyAddresses() {
    mostAreRefused(IntStream.range(0, 30).mapToObj(i -> from("198.51.100." + i)).toList());
  }

  @Test
  void aFloodOfRegistrationsIsRefusedBeforeAnInvitationIsLookedAt() {
    TestClient flood = from("203.0.113.2").hello("name", "Flood");
    flood.untilNow();
    witness.untilNow();
    String wrong = "x".repeat(43);
    for (int i = 0; i < 200; i++) {
      flood.send("register", "username", "F" + i, "password", PASSWORD, "invitation", wrong);
    }
    for (int i = 0; i < 200; i++) {
      flood.expectError(i < 20 ? "invalid_invitation" : "rate_limited");
    }
    flood.ask("ping", "pong");
    witness.expectNothing();
    flood.leave();
    witness.await("leave");
  }
}
