package chatroom.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chatroom.conversation.Login;
import chatroom.testing.ManualNanoTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final KnownUser ADA =
      new KnownUser(Login.of("ada", false, false), Optional.empty());
  private static final KnownUser BOB =
      new KnownUser(Login.of("bob", true, false), Optional.empty());

  private final ManualNanoTime time = new ManualNanoTime();
  private final Tickets tickets = new Tickets(new SecureRandom(), time);

  @Test
  void aTicketLetsInWhomItWasGivenTo_once() {
    String ofAda = tickets.issue(ADA);
    String ofBob = tickets.issue(BOB);
    assertNotEquals(ofAda, ofBob);
    assertEquals(43, ofAda.length(), "256 bits");
    assertEquals(Optional.of(BOB), tickets.redeem(ofBob));
    assertEquals(Optional.of(ADA), tickets.redeem(ofAda));
    assertEquals(Optional.empty(), tickets.redeem(ofAda));
  }

  @Test
  void aTicketIsGoodForAMinute() {
    String first = tickets.issue(ADA);
    time.pass(Duration.ofSeconds(30));
    String second = tickets.issue(ADA);
    time.pass(Duration.ofSeconds(30));
    assertEquals(Optional.empty(), tickets.redeem(first));
    time.pass(Duration.ofSeconds(30).minusNanos(1));
    assertEquals(Optional.of(ADA), tickets.redeem(second));
  }

  @Test
  void whoAsksForManyLosesTheirOldest_andNobodyElseDoes() {
    String ofBob = tickets.issue(BOB);
    String oldest = tickets.issue(ADA);
    var others = Stream.generate(() -> tickets.issue(ADA)).limit(16).toList();
    assertEquals(Optional.empty(), tickets.redeem(oldest));
    others.forEach(it -> assertEquals(Optional.of(ADA), tickets.redeem(it)));
    assertEquals(Optional.of(BOB), tickets.redeem(ofBob));
  }
}
