package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import chatroom.delivery.Feed.Entry;
import chatroom.testing.RecordingTransport;
import chatroom.wire.Frame;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a feed tells and what a client alone is told come in one order. */
class OutboxFeedTest extends OutboxOfAFeed {
  @ParameterizedTest
  @EnumSource(Protocol.class)
  void whatWasToldBeforeAFrameOfOnesOwnComesBeforeItThoughItWasNotYetBrought(Protocol protocol) {
    Outbox outbox = outbox(fast, protocol);
    Subscription me = outbox.subscribe(feed, ME);
    tell("a", "b");
    outbox.offer(Frame.of("mine"));
    tell("c");
    bring(outbox, me);

    assertEquals(List.of("a", "b", "mine", "c"), fast.texts());
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void theSameForAnAnswerAndForTheLastWord(Protocol protocol) {
    Outbox outbox = outbox(fast, protocol);
    Subscription me = outbox.subscribe(feed, ME);
    tell("a");
    Outbox.Turn turn = outbox.answer();
    tell("b");
    outbox.finish(Frame.of("bye"), Disconnect.GOING_AWAY);
    tell("c");
    bring(outbox, me);
    turn.take(List.of(Frame.of("answer")));

    assertEquals(List.of("a", "answer", "b", "bye"), fast.texts());
    assertEquals(List.of(Disconnect.GOING_AWAY), ended);
  }

  @Test
  void whatBreaksWhileOneIsToldBreaksForThatOneAlone() {
    Outbox outbox =
        new Outbox(
            fast,
            Protocol.CHAT_V1,
            Runnable::run,
            MAX_BYTES,
            () -> {
              throw new IllegalStateException("on purpose");
            },
            ended::add,
            () -> {});
    Subscription me = outbox.subscribe(feed, ME);
    tell("a");
    bring(outbox, me);

    assertEquals(List.of(Disconnect.INTERNAL_ERROR), ended);
  }

  @Test
  void nothingFollowsTheLastWordThoughTheClientUnsubscribes() {
    Outbox outbox = outbox(slow, Protocol.CHAT_V1);
    Subscription me = outbox.subscribe(feed, ME);
    outbox.offer(Frame.of("a"));
    outbox.finish(Frame.of("bye"), Disconnect.GOING_AWAY);
    tell("b");
    outbox.unsubscribe(me);
    releaseAll();

    assertEquals(List.of("a", "bye"), slow.texts());
    assertEquals(List.of(Disconnect.GOING_AWAY), ended);
  }

  @Test
  void whoeverSubscribesHearsNothingEarlier() {
    Outbox outbox = outbox(fast, Protocol.CHAT_V1);
    tell("a");
    Subscription me = outbox.subscribe(feed, ME);
    tell("b");
    bring(outbox, me);

    assertEquals(List.of("b"), fast.texts());
  }

  @Test
  void anAnswerThatIsStillMadeHoldsBackWhatIsToldAfterIt() {
    Outbox outbox = outbox(fast, Protocol.CHAT_V1);
    Subscription me = outbox.subscribe(feed, ME);
    Outbox.Turn turn = outbox.answer();
    tell("a");
    bring(outbox, me);
    assertEquals(List.of(), fast.texts());

    turn.take(List.of(Frame.of("answer")));
    assertEquals(List.of("answer", "a"), fast.texts());
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void whoSaidItIsNotToldIt(Protocol protocol) {
    Outbox outbox = outbox(fast, protocol);
    Subscription me = outbox.subscribe(feed, ME);
    tell("a");
    feed.append(Frame.of("mine"), Set.of(ME), Audience.EVERYONE, true);
    feed.append(Frame.of("b"), Set.of(OTHER), Audience.EVERYONE, true);
    bring(outbox, me);
    feed.append(Frame.of("mine"), Set.of(ME), Audience.EVERYONE, true);
    bring(outbox, me);

    assertEquals(List.of("a", "b"), fast.texts());
    assertEquals(0, outbox.stalledNanos());
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, p", "CHAT_V1, v"})
  void eachIsToldWhatIsForItsProtocol(Protocol protocol, String heard) {
    Outbox outbox = outbox(fast, protocol);
    Subscription me = outbox.subscribe(feed, ME);
    for (int round = 0; round < 2; round++) {
      feed.append(Frame.of("p"), Set.of(), Audience.PLAIN, true);
      feed.append(Frame.of("v"), Set.of(), Audience.CHAT_V1, true);
      bring(outbox, me);
    }

    assertEquals(List.of(heard, heard), fast.texts());
  }

  @Test
  void theIdleAreSentTheSameParcel() {
    RecordingTransport another = new RecordingTransport();
    Outbox outbox = outbox(fast, Protocol.CHAT_V1);
    Outbox other = outbox(another, Protocol.CHAT_V1);
    Subscription me = outbox.subscribe(feed, ME);
    Subscription you = other.subscribe(feed, OTHER);
    tell("a", "b");
    Entry before = written;
    bring(outbox, me);
    Batch batch = Batch.after(before, Dispatch.MAX_PARCEL_BYTES);
    assertEquals("a\nb", fast.parcels().get(0).text());

    if (batch != null) {
      Pass pass = new Pass(batch, List.of(), false);
      Outbox third = outbox(new RecordingTransport(), Protocol.CHAT_V1);
      third.deliver(third.subscribe(feed, 3), batch, pass);
      other.deliver(you, batch, pass);
      assertSame(batch.parcel(Parcel.Form.TEXT).orElseThrow(), another.parcels().get(0));
    }
  }

  @Test
  void whatGathersBehindASendOfTheFeedLeavesTogether() {
    Outbox outbox = outbox(slow, Protocol.CHAT_V1);
    Subscription me = outbox.subscribe(feed, ME);
    tell("a");
    bring(outbox, me);
    tell("b");
    bring(outbox, me);
    tell("c");
    outbox.offer(Frame.of("mine"));
    releaseAll();

    assertEquals(List.of("a", "b\nc\nmine"), slow.texts());
  }

  @Test
  void whoLeavesIsToldWhatWasToldUntilThen() {
    Outbox outbox = outbox(fast, Protocol.PLAIN);
    Subscription me = outbox.subscribe(feed, ME);
    tell("a");
    outbox.unsubscribe(me);
    tell("b");
    bring(outbox, me);
    outbox.offer(Frame.of("mine"));

    assertEquals(List.of("a", "mine"), fast.texts());
  }

  @Test
  void whoBringsABatchWaitsForOneSendHoweverMuchMoreThereIsForTheClient() {
    AskingTransport asking = new AskingTransport();
    Outbox outbox = outbox(asking, Protocol.CHAT_V1);
    asking.sent = () -> outbox.answer().take(List.of(Frame.of("answer")));
    Subscription me = outbox.subscribe(feed, ME);
    tell("a");
    Batch batch = Batch.after(written, Dispatch.MAX_PARCEL_BYTES);
    if (batch != null) {
      outbox.deliver(me, batch, new Pass(batch, List.of(), true));
    }

    assertEquals(1, asking.waitedFor);
    assertEquals(AskingTransport.QUESTIONS, asking.notWaitedFor);
  }

  /** Takes all in at once; its peer asks a question for each message that it gets. */
  private static final class AskingTransport implements Transport {
    private static final int QUESTIONS = 5;

    private Runnable sent = () -> {};
    private int asked;
    private int waitedFor;
    private int notWaitedFor;

    @Override
    public boolean completesWhenSent() {
      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {
      notWaitedFor++;
      ask();
      completion.done(null);
    }

    @Override
    public boolean sendAndWait(Parcel parcel) {
      waitedFor++;
      ask();
      return true;
    }

    private void ask() {
      if (asked < QUESTIONS) {
        asked++;
        sent.run();
      }
    }

    @Override
    public void ping(long mark) {}

    @Override
    public void close(Disconnect why) {}
  }
}
