package chatroom.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Outbox;
import chatroom.delivery.Parcel;
import chatroom.delivery.Protocol;
import chatroom.delivery.Transport;
import chatroom.wire.Frame;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many threads offer, and wherever sends complete. */
class OutboxStressTest {
  private static final int PRODUCERS = 8;
  private static final int FRAMES = 5_000;
  private static final int PINGS = 2_000;
  private static final int PATIENCE_SECONDS = 30;

  private final Queue<Disconnect> ended = new ConcurrentLinkedQueue<>();
  private final CountDownLatch missing = new CountDownLatch(PRODUCERS * FRAMES);

  /** Completes some sends at once, and the others on threads of its own. */
  private final class BusyTransport implements Transport, AutoCloseable {
    private final ExecutorService completing = Executors.newFixedThreadPool(2);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger joined = new AtomicInteger();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();

    @Override
    public boolean completesWhenSent() {

      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {
      begin();
      joined.addAndGet(parcel.frames().size() - 1);
      for (Frame frame : parcel.frames()) {
        taken.add(frame.text());
        missing.countDown();
      }
      if (parcel.text().hashCode() % 3 == 0) {
        end();
        completion.done(null);
      } else {
        completing.execute(
            () -> {
              end();
              completion.done(null);
            });
      }
    }

    @Override
    public boolean sendAndWait(Parcel parcel) {
      throw new AssertionError("nobody asked for that");
    }

    @Override
    public void ping(long mark) {
      begin();
      end();
    }

    private void begin() {
      if (underWay.incrementAndGet() != 1) {
        overlaps.incrementAndGet();
      }
    }

    private void end() {
      underWay.decrementAndGet();
    }

    @Override
    public void close(Disconnect why) {}

    @Override
    public void close() {
      completing.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void everyFrameIsSentOnceAloneAndInTheOrderOfWhoOfferedIt(Protocol protocol)
      throws InterruptedException {
    try (BusyTransport transport = new BusyTransport()) {
      Outbox outbox =
          new Outbox(
              transport,
              protocol,
              Runnable::run,
              Long.MAX_VALUE,
              System::nanoTime,
              ended::add,
              () -> {});
      List<Integer> pings =
          Together.run(
              PRODUCERS + 1, i -> i == PRODUCERS ? () -> pinged(outbox) : () -> offered(outbox, i));

      assertTrue(missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> missing + " missing");
      assertEquals(0, transport.overlaps.get());
      assertEquals(PRODUCERS * FRAMES, transport.taken.size());
      assertTrue(protocol == Protocol.CHAT_V1 || transport.joined.get() == 0);
      IntStream.range(0, PRODUCERS).forEach(i -> assertInOrder(transport, i));
      assertEquals(List.of(), List.copyOf(ended));
      assertTrue(pings.get(PRODUCERS) <= PINGS);
    }
  }

  private static int offered(Outbox outbox, int producer) {
    for (int i = 0; i < FRAMES; i++) {
      Frame frame = Frame.of(producer + ":" + i);
      if (i % 2 == 0) {
        outbox.offer(frame);
      } else {
        outbox.answer().take(List.of(frame));
      }
    }
    return 0;
  }

  private static int pinged(Outbox outbox) {
    int sent = 0;
    for (int i = 0; i < PINGS; i++) {
      sent += outbox.ping() ? 1 : 0;
    }
    return sent;
  }

  private static void assertInOrder(BusyTransport transport, int producer) {
    assertEquals(
        IntStream.range(0, FRAMES).mapToObj(i -> producer + ":" + i).toList(),
        transport.taken.stream().filter(it -> it.startsWith(producer + ":")).toList());
  }

  @Test
  void howeverManyGoPastTheBoundItIsToldOnce() throws InterruptedException {
    for (int round = 0; round < 100; round++) {
      Outbox outbox =
          new Outbox(
              new SilentTransport(),
              Protocol.PLAIN,
              Runnable::run,
              100,
              System::nanoTime,
              ended::add,
              () -> {});
      Together.run(
          4,
          i ->
              () -> {
                IntStream.range(0, 50).forEach(n -> outbox.offer(Frame.of("0123456789")));
                return true;
              });

      assertEquals(List.of(Disconnect.SLOW_CONSUMER), List.copyOf(ended));
      ended.clear();
    }
  }

  /** Takes the first frame, and then nothing. */
  private static final class SilentTransport implements Transport {
    @Override
    public boolean completesWhenSent() {
      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {}

    @Override
    public boolean sendAndWait(Parcel parcel) {
      throw new AssertionError("nobody asked for that");
    }

    @Override
    public void ping(long mark) {}

    @Override
    public void close(Disconnect why) {}
  }
}
