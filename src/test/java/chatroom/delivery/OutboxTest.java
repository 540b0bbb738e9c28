package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.BrokenTransport;
import chatroom.testing.ManualNanoTime;
import chatroom.testing.RecordingTransport;
import chatroom.testing.StuckTransport;
import chatroom.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final int MAX_BYTES = 10;

  private final ManualNanoTime nanoTime = new ManualNanoTime();
  private final StuckTransport slow = new StuckTransport();
  private final List<Disconnect> ended = new ArrayList<>();
  private final Outbox outbox = outbox(slow);

  private Outbox outbox(Transport transport) {
    return new Outbox(
        transport, Protocol.PLAIN, Runnable::run, MAX_BYTES, nanoTime, ended::add, () -> {});
  }

  private static Frame frame(String text) {
    return Frame.of(text);
  }

  private void offer(String... texts) {
    for (String text : texts) {
      outbox.offer(frame(text));
    }
  }

  @Test
  void framesLeaveOneAtATimeInTheOrderTheyCame() {
    offer("a", "b", "c");
    assertEquals(List.of("a"), slow.texts());

    slow.release();
    assertEquals(List.of("a", "b"), slow.texts());
    assertEquals(1, slow.underWay());

    slow.release();
    slow.release();
    assertEquals(List.of("a", "b", "c"), slow.texts());
    assertEquals(0, slow.underWay());
  }

  @Test
  void anIdleOutboxSendsAtOnceAgain() {
    offer("a");
    slow.release();
    offer("b");

    assertEquals(List.of("a", "b"), slow.texts());
  }

  @Test
  void answersAndOffersShareOneOrder() {
    offer("a");
    outbox.answer().take(List.of(frame("b")));
    offer("c");
    slow.release();
    slow.release();

    assertEquals(List.of("a", "b", "c"), slow.texts());
  }

  @Test
  void aHundredThousandFramesThatAreTakenAtOnceDoNotOverflowTheStack() {
    HoldingTransport fast = new HoldingTransport();
    Outbox wide =
        new Outbox(
            fast, Protocol.PLAIN, Runnable::run, Integer.MAX_VALUE, nanoTime, ended::add, () -> {});
    IntStream.range(0, 100_000).forEach(i -> wide.offer(frame("f" + i)));

    fast.releaseAll();

    assertEquals(100_000, fast.taken);
    assertEquals(List.of(), ended);
  }

  /** Holds the first frame, and from its release on takes every frame at once. */
  private static final class HoldingTransport implements Transport {
    private final List<Completion> held = new ArrayList<>();
    private boolean open;
    private int taken;

    @Override
    public boolean completesWhenSent() {

      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {
      taken++;
      if (open) {
        completion.done(null);
      } else {
        held.add(completion);
      }
    }

    private void releaseAll() {
      open = true;
      held.get(0).done(null);
    }

    @Override
    public boolean sendAndWait(Parcel parcel) {
      throw new AssertionError("nobody asked for that");
    }

    @Override
    public void ping(long mark) {}

    @Override
    public void close(Disconnect why) {}
  }

  @Test
  void whatIsUnderWayDoesNotCountAsWaiting() {
    offer("0123456789", "0123456789");

    assertEquals(List.of(), ended);
  }

  @Test
  void whenTooManyBytesWaitTheClientIsToldOfOnceAndNothingMoreIsSent() {
    offer("first", "01234", "56789", "!", "!");

    assertEquals(List.of(Disconnect.SLOW_CONSUMER), ended);
    slow.release();
    assertEquals(List.of("first"), slow.texts());
  }

  @Test
  void bytesAreCountedAndNotCharacters() {
    offer("first", "👍👍", "üü");

    assertEquals(List.of(Disconnect.SLOW_CONSUMER), ended);
  }

  @Test
  void whatWasSentMakesPlace() {
    offer("first", "01234", "56789");
    slow.release();
    offer("01234");

    assertEquals(List.of(), ended);
  }

  @Test
  void answersDoNotCountAgainstTheBound() {
    offer("first");
    outbox.answer().take(List.of(frame("0123456789")));
    outbox.answer().take(List.of(frame("0123456789")));
    offer("0123456789");

    assertEquals(List.of(), ended);
    assertEquals(20, outbox.answerBytes());
    slow.release();
    assertEquals(10, outbox.answerBytes());
  }

  @Test
  void aFailureIsToldOnceAndNothingMoreIsSent() {
    offer("a", "b");
    slow.fail();
    offer("c");

    assertEquals(List.of(Disconnect.SEND_FAILED), ended);
    assertEquals(List.of("a"), slow.texts());
  }

  @Test
  void aFailureAfterAnOverflowIsNoNews() {
    offer("first", "0123456789", "!");
    slow.fail();

    assertEquals(List.of(Disconnect.SLOW_CONSUMER), ended);
  }

  @Test
  void aFailureWithinTheSendIsToldOnce() {
    Outbox broken = outbox(new BrokenTransport());
    broken.offer(frame("a"));
    broken.offer(frame("b"));

    assertEquals(List.of(Disconnect.SEND_FAILED), ended);
  }

  @Test
  void theLastWordComesAfterAllThatWaitedAndEndsIt() {
    offer("a", "b");
    outbox.finish(frame("bye"), Disconnect.GOING_AWAY);
    offer("late");
    outbox.finish(frame("bye again"), Disconnect.SERVER_FULL);
    slow.release();
    slow.release();
    assertEquals(List.of(), ended);

    slow.release();
    assertEquals(List.of("a", "b", "bye"), slow.texts());
    assertEquals(List.of(Disconnect.GOING_AWAY), ended);
  }

  @Test
  void theLastWordFitsInHoweverMuchWaits() {
    offer("first", "0123456789");
    outbox.finish(frame("bye"), Disconnect.GOING_AWAY);

    assertEquals(List.of(), ended);
  }

  @Test
  void anIdleOutboxSaysItsLastWordAtOnce() {
    RecordingTransport fast = new RecordingTransport();
    outbox(fast).finish(frame("bye"), Disconnect.SERVER_FULL);

    assertEquals(List.of("bye"), fast.texts());
    assertEquals(List.of(Disconnect.SERVER_FULL), ended);
  }

  @Test
  void aFailureBeforeTheLastWordIsTheReason() {
    offer("a");
    outbox.finish(frame("bye"), Disconnect.GOING_AWAY);
    slow.fail();

    assertEquals(List.of(Disconnect.SEND_FAILED), ended);
    assertEquals(List.of("a"), slow.texts());
  }

  @Test
  void onlyAnIdleOutboxPings() {
    assertTrue(outbox.ping());
    offer("a");
    assertFalse(outbox.ping());
    slow.release();
    assertTrue(outbox.ping());

    assertEquals(2, slow.pings());
  }

  @Test
  void whatIsOfferedDuringAPingLeavesAfterIt() {
    OfferingTransport offering = new OfferingTransport();
    Outbox pinging = outbox(offering);
    offering.whilePinging = () -> pinging.offer(frame("a"));
    pinging.ping();

    assertEquals(List.of("ping begins", "ping ends", "a"), offering.seen);
  }

  /** Does something while a ping is under way. */
  private static final class OfferingTransport implements Transport {
    private final List<String> seen = new ArrayList<>();
    private Runnable whilePinging = () -> {};

    @Override
    public boolean completesWhenSent() {

      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {
      seen.add(parcel.text());
      completion.done(null);
    }

    @Override
    public boolean sendAndWait(Parcel parcel) {
      throw new AssertionError("nobody asked for that");
    }

    @Override
    public void ping(long mark) {
      seen.add("ping begins");
      whilePinging.run();
      seen.add("ping ends");
    }

    @Override
    public void close(Disconnect why) {}
  }

  @Test
  void aPingThatFailsIsAFailure() {
    slow.breakPings();

    assertFalse(outbox.ping());
    assertFalse(outbox.ping());
    offer("a");
    assertEquals(List.of(Disconnect.SEND_FAILED), ended);
    assertEquals(List.of(), slow.texts());
  }

  @Test
  void aClosedOutboxSendsAndSaysNothingMore() {
    offer("a", "b");
    outbox.close();
    slow.release();
    offer("c");
    outbox.finish(frame("bye"), Disconnect.GOING_AWAY);

    assertEquals(List.of("a"), slow.texts());
    assertFalse(outbox.ping());
    assertEquals(List.of(), ended);
  }

  @Test
  void aSendIsTimedFromItsOwnStart() {
    assertEquals(0, outbox.stalledNanos());
    offer("a", "b");
    nanoTime.pass(Duration.ofSeconds(3));
    assertEquals(Duration.ofSeconds(3).toNanos(), outbox.stalledNanos());

    slow.release();
    assertEquals(0, outbox.stalledNanos());
    nanoTime.pass(Duration.ofSeconds(1));
    assertEquals(Duration.ofSeconds(1).toNanos(), outbox.stalledNanos());

    slow.release();
    nanoTime.pass(Duration.ofSeconds(1));
    assertEquals(0, outbox.stalledNanos());
  }
}
