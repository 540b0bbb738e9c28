package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.wire.Frame;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A client that reads too slowly for what its feed tells. */
class OutboxFeedBoundTest extends OutboxOfAFeed {
  @Test
  void beyondTheBoundPresenceIsLeftOutAndThatIsToldOnceWhenAllElseWasSent() {
    Outbox outbox = outbox(slow, Protocol.PLAIN);
    Subscription me = outbox.subscribe(feed, ME);
    outbox.offer(Frame.of("first"));
    tellPresence("join");
    tell("abc");
    bring(outbox, me);
    tellPresence("leave");
    tell("defg");
    bring(outbox, me);
    tellPresence("renamed");
    bring(outbox, me);
    assertEquals(0, presenceLeftOut);
    releaseAll();

    assertEquals(List.of("first", "abc", "defg"), slow.texts());
    assertEquals(1, presenceLeftOut);
    assertEquals(List.of(), ended);
  }

  @Test
  void whoHasCaughtUpIsToldOfPresenceAgain() {
    Outbox outbox = outbox(slow, Protocol.PLAIN);
    Subscription me = outbox.subscribe(feed, ME);
    outbox.offer(Frame.of("first"));
    tellPresence("more than fits");
    bring(outbox, me);
    releaseAll();
    tellPresence("join");
    bring(outbox, me);
    releaseAll();

    assertEquals(List.of("first", "join"), slow.texts());
    assertEquals(1, presenceLeftOut);
  }

  @Test
  void whatPassesIsLeftOutWithItAndNoMoreOfItIsKept() {
    Outbox outbox = outbox(slow, Protocol.PLAIN);
    outbox.offer(Frame.of("first"));
    outbox.offerPassing(Frame.of("typing"));
    outbox.offer(Frame.of("abc"));
    for (int i = 0; i < 100; i++) {
      outbox.offerPassing(Frame.of("typing more"));
    }
    outbox.offer(Frame.of("defghij"));
    assertEquals(List.of(), ended);
    releaseAll();
    outbox.offerPassing(Frame.of("typing"));

    assertEquals(List.of("first", "abc", "defghij", "typing"), slow.texts());
    assertEquals(1, presenceLeftOut);
  }

  @Test
  void aMessageIsNeverLeftOutTheClientIs() {
    Outbox outbox = outbox(slow, Protocol.PLAIN);
    Subscription me = outbox.subscribe(feed, ME);
    outbox.offer(Frame.of("first"));
    tell("12345", "12345");
    bring(outbox, me);
    assertEquals(List.of(), ended);

    tell("6");
    bring(outbox, me);
    assertEquals(List.of(Disconnect.SLOW_CONSUMER), ended);
    releaseAll();
    assertEquals(List.of("first"), slow.texts());
    assertEquals(0, presenceLeftOut);
  }

  @Test
  void whatWasSentMakesPlace() {
    Outbox outbox = outbox(slow, Protocol.PLAIN);
    Subscription me = outbox.subscribe(feed, ME);
    outbox.offer(Frame.of("first"));
    for (int round = 0; round < 20; round++) {
      tellPresence("12");
      feed.append(Frame.of("own"), Set.of(ME), Audience.EVERYONE, true);
      tell("34567");
      bring(outbox, me);
      slow.release();
      slow.release();
    }

    assertEquals(List.of(), ended);
    assertEquals(0, presenceLeftOut);
    assertEquals(41, slow.texts().size());
  }

  @Test
  void aWriterThatIsBehindIsNoFaultOfTheClient() {
    Outbox outbox = outbox(fast, Protocol.CHAT_V1);
    Subscription me = outbox.subscribe(feed, ME);
    tell("123456", "123456");
    tellPresence("join");
    outbox.offer(Frame.of("mine"));
    bring(outbox, me);

    assertEquals(List.of("123456", "123456", "join", "mine"), fast.texts());
    assertEquals(List.of(), ended);
    assertEquals(0, presenceLeftOut);
  }

  @Test
  void whatTheWriterHasNotComeToCountsWhenItHas() {
    Outbox outbox = outbox(slow, Protocol.CHAT_V1);
    Subscription me = outbox.subscribe(feed, ME);
    tell("123456", "123456");
    outbox.offer(Frame.of("mine"));
    tell("123456", "123456");
    outbox.offer(Frame.of("more"));
    assertEquals(List.of(), ended);

    bring(outbox, me);
    assertEquals(List.of(Disconnect.SLOW_CONSUMER), ended);
  }
}
