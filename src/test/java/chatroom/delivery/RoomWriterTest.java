package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.delivery.Pass.Reader;
import chatroom.testing.ManualNanoTime;
import chatroom.testing.Node;
import chatroom.testing.RecordingTransport;
import chatroom.testing.SteppedWriters;
import chatroom.wire.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When what is told leaves, and what of it leaves together. */
class RoomWriterTest {
  private static final Duration GATHER = Duration.ofMillis(10);
  private static final Duration MOMENT = Duration.ofMillis(4);
  private static final int CROWD = 32;

  private final Feed feed = new Feed();
  private final Readers readers = new Readers();
  private final ManualNanoTime nanoTime = new ManualNanoTime();
  private final SteppedWriters writers = new SteppedWriters();
  private final Watchdog watchdog = new Watchdog(new SteppedWriters());
  private RoomWriter writer = writer(GATHER);
  private final Node node = new Node();
  private final RecordingTransport transport = reader(1, new RecordingTransport());

  private RoomWriter writer(Duration gather) {
    return new RoomWriter(feed, readers, new WriterTerms(writers, watchdog, nanoTime, gather));
  }

  private <T extends Transport> T reader(long userId, T peer) {
    Client client = node.client(Protocol.CHAT_V1, peer);
    readers.add(new Reader(client, client.subscribe(feed, userId)));
    return peer;
  }

  private void tell(String text) {
    feed.append(Frame.of(text), Set.of(), Audience.EVERYONE, true);
    writer.wake();
  }

  private void write(String text) {
    tell(text);
    writers.runAll();
  }

  private List<String> messages() {
    return transport.parcels().stream().map(Parcel::text).toList();
  }

  @Test
  void aLoneMessageLeavesAtOnce() {
    write("a");
    nanoTime.pass(GATHER);
    write("b");

    assertEquals(List.of("a", "b"), messages());
    assertEquals(List.of(), writers.delays());
  }

  @Test
  void whatComesWithinTheGatheringTimeLeavesTogetherAtItsEnd() {
    write("a");
    nanoTime.pass(MOMENT);
    write("b");
    write("c");
    assertEquals(List.of("a"), messages());
    assertEquals(List.of(GATHER.minus(MOMENT)), writers.delays());

    nanoTime.pass(GATHER.minus(MOMENT));
    writers.passTime();
    writers.runAll();
    assertEquals(List.of("a", "b\nc"), messages());
  }

  @Test
  void whatComesDuringAPassGathersFromThatPassOn() {
    reader(2, new TalkingTransport(MOMENT));
    write("a");
    assertEquals(List.of("a"), messages());
    assertEquals(List.of(GATHER.minus(MOMENT)), writers.delays());

    nanoTime.pass(GATHER.minus(MOMENT));
    writers.passTime();
    writers.runAll();
    assertEquals(List.of("a", "meanwhile"), messages());
  }

  @Test
  void whatComesDuringALongPassLeavesAfterIt() {
    reader(2, new TalkingTransport(GATHER));
    write("a");

    assertEquals(List.of("a", "meanwhile"), messages());
  }

  @Test
  void aCrowdDoesNotWait() {
    write("first");
    IntStream.range(1, CROWD).forEach(i -> tell("a"));
    writers.runAll();
    assertEquals(List.of("first"), messages());

    write("last");
    assertEquals(List.of("first", "a\n".repeat(CROWD - 1) + "last"), messages());

    writers.passTime();
    writers.runAll();
    assertEquals(2, messages().size());
  }

  @Test
  void whereNothingGathersAllLeavesAtOnce() {
    writer = writer(Duration.ZERO);
    write("a");
    write("b");
    tell("c");
    tell("d");
    writers.runAll();

    assertEquals(List.of("a", "b", "c\nd"), messages());
    assertEquals(List.of(), writers.delays());
  }

  @Test
  void howeverMuchIsToldAllOfItLeavesAndOthersHaveTheirTurnBetween() {
    writer = writer(Duration.ZERO);
    String large = "x".repeat(Dispatch.MAX_PARCEL_BYTES);
    IntStream.range(0, 20).forEach(i -> tell(i + large));
    writers.execute(() -> assertEquals(8, messages().size()));
    writers.runAll();

    assertEquals(IntStream.range(0, 20).mapToObj(i -> i + large).toList(), messages());
  }

  @Test
  void whoCameLaterHearsWhatIsToldFromThenOn() {
    tell("a");
    RecordingTransport late = reader(2, new RecordingTransport());
    tell("b");
    writers.runAll();

    assertEquals(List.of("a\nb"), messages());
    assertEquals(List.of("b"), late.texts());
  }

  static Stream<Throwable> faults() {
    return Stream.of(new IllegalStateException("faulty"), new NoClassDefFoundError("faulty"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aClientThatBreaksIsSentAwayAndTheOthersHearOn(Throwable fault) {
    reader(2, new FaultyTransport(fault));
    RecordingTransport third = reader(3, new RecordingTransport());
    write("a");
    nanoTime.pass(GATHER);
    write("b");

    assertEquals(List.of("a", "b"), messages());
    assertEquals(List.of("a", "b"), third.texts());
    assertEquals(2, node.registry.size());
  }

  /** While it is sent the first message, time passes and another one is told. */
  private final class TalkingTransport implements Transport {
    private final Duration taking;
    private boolean told;

    TalkingTransport(Duration taking) {
      this.taking = taking;
    }

    @Override
    public boolean completesWhenSent() {
      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {
      if (!told) {
        told = true;
        nanoTime.pass(taking);
        tell("meanwhile");
      }
      completion.done(null);
    }

    @Override
    public boolean sendAndWait(Parcel parcel) {
      throw new AssertionError("nobody could take the place of who waits");
    }

    @Override
    public void ping(long mark) {}

    @Override
    public void close(Disconnect why) {}
  }

  /** Does what no transport should. */
  private record FaultyTransport(Throwable fault) implements Transport {
    @Override
    public boolean completesWhenSent() {
      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {
      fail();
    }

    @Override
    public boolean sendAndWait(Parcel parcel) {
      fail();
      return false;
    }

    private void fail() {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    }

    @Override
    public void ping(long mark) {}

    @Override
    public void close(Disconnect why) {}
  }
}
