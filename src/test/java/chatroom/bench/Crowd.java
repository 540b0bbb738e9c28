package chatroom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All clients of a run: brought in, made to send, and counted in the end.
 *
 * <p>Thread safety: for one thread, but for {@link #publish}, which is for the first loop.
 */
final class Crowd implements AutoCloseable {
  private static final long SETTLE_SECONDS = 120;
  private static final long QUIET_MILLIS = 400;
  private static final long DRAIN_SECONDS = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Workload workload;
  private final Wording wording;
  private final Ledger ledger = new Ledger();
  private final List<Loop> loops = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<LoadClient> readers = new ArrayList<>();
  private final List<LoadClient> stuck = new ArrayList<>();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicReference<@Nullable String> error = new AtomicReference<>();
  private int[] threadsOfRoom;
  private double arrivalSeconds;

  /** Nobody is there yet. */
  Crowd(Target target, Workload workload) {
    this.workload = workload;
    Marker marker = new Marker(System.nanoTime());
    wording = new Wording(workload.frames(), target.bare(), marker, workload.contentBytes());
    List<LoadClient.Seat> seats = new ArrayList<>();
    for (int i = 0; i < workload.threads(); i++) {
      Loop loop = new Loop(i);
      loops.add(loop);
      Tally tally = new Tally(ledger, workload.rooms().size(), workload.isSaturated());
      tallies.add(tally);
      MessageReader reader = new MessageReader(marker, workload.contentBytes());
      seats.add(new LoadClient.Seat(loop, target.url(), wording, reader, tally, new Heard(loop)));
    }
    for (int i = 0; i < workload.clients() + workload.stuck(); i++) {
      boolean sends = i < workload.senders();
      int room = i % workload.rooms().size();
      boolean stops = i >= workload.clients();
      LoadClient.Seat seat = seats.get(sends ? 0 : i % workload.threads());
      (stops ? stuck : readers).add(new LoadClient(seat, workload.rooms().get(room), room, stops));
      if (!stops) {
        seat.tally().expect(room, 1);
      }
    }
    // Nobody gets what they have said themselves.
    for (int room = 0; room < workload.rooms().size(); room++) {
      tallies.get(0).expect(room, -1);
    }
    threadsOfRoom =
        IntStream.range(0, workload.rooms().size())
            .map(room -> (int) tallies.stream().filter(it -> it.members(room) > 0).count())
            .toArray();
  }

  /**
   * Brings them all in and waits until it is quiet.
   *
   * @throws IllegalStateException if somebody cannot come in
   */
  void gather() throws InterruptedException {
    long begin = System.nanoTime();
    Semaphore coming = new Semaphore(workload.atOnce());
    List<LoadClient> all = Stream.concat(readers.stream(), stuck.stream()).toList();
    for (LoadClient client : all) {
      if (!coming.tryAcquire(SETTLE_SECONDS, TimeUnit.SECONDS)) {
        break;
      }
      client.loop().execute(() -> client.connect(coming::release));
    }
    coming.tryAcquire(workload.atOnce(), SETTLE_SECONDS, TimeUnit.SECONDS);
    arrivalSeconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    List<LoadClient> missing = all.stream().filter(it -> !it.in().getNow(false)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          missing.size() + " of " + all.size() + " clients could not come in: " + why(missing));
    }
    awaitQuiet();
  }

  private String why(List<LoadClient> missing) {
    String told = error.get();
    return told != null ? told : missing.get(0).over().getNow("the greeting did not end");
  }

  private void awaitQuiet() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
    long before = -1;
    while (before != bytes() && System.nanoTime() < end) {
      before = bytes();
      TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
    }
  }

  /** Sends the next message, which was due then. */
  void publish(long dueNanos) {
    int room = ledger.sent() % workload.rooms().size();
    int number = ledger.begin(dueNanos, threadsOfRoom[room]);
    readers
        .get(number % workload.senders())
        .say(wording.message(number, workload.rooms().get(room)));
  }

  /** The loop on which is sent. */
  Loop sending() {
    return loops.get(0);
  }

  /** Waits until everybody has everything, or nothing has come for so long that it never will. */
  void drain() throws InterruptedException {
    Progress progress = new Progress(this, DRAIN_SECONDS);
    while (ledger.underWay() > 0 && !progress.hasStopped()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  int underWay() {
    return ledger.underWay();
  }

  long sent() {
    return ledger.sent();
  }

  long deliveries() {
    return tallies.stream().mapToLong(Tally::deliveries).sum();
  }

  long bytes() {
    return tallies.stream().mapToLong(Tally::bytes).sum();
  }

  /** How late the messages were since this was last asked. */
  Histogram latency() {
    Histogram all = tallies.get(0).latency();
    tallies.stream().skip(1).map(Tally::latency).forEach(all::add);
    return all;
  }

  /** Compares what everybody has with what was sent to them, and lets the stuck ones read on. */
  Outcome outcome(Target target, Figures best, List<Figures> steps) throws InterruptedException {
    meetAllLoops();
    Census census = new Census(ledger.sent(), workload.senders(), workload.rooms().size());
    for (int i = 0; i < readers.size(); i++) {
      census.count(i, readers.get(i).received());
    }
    List<String> closings =
        readers.stream().filter(it -> it.over().isDone()).map(it -> it.over().join()).toList();
    var resident =
        target.pid().stream()
            .mapToObj(ProcessFigures::new)
            .flatMapToLong(it -> it.residentKilobytes().stream())
            .findFirst();
    return new Outcome(
        target.name(),
        best,
        steps,
        arrivalSeconds,
        census.expected(),
        census.received(),
        census.lost(),
        census.repeated(),
        closings.size(),
        closings.stream().findFirst(),
        refused.get(),
        Stream.ofNullable(error.get()).findFirst(),
        stuck.size(),
        closedOfTheStuck(),
        resident);
  }

  /** What a full buffer holds comes before the end of the connection, so they have to read it. */
  private int closedOfTheStuck() throws InterruptedException {
    if (!stuck.isEmpty()) {
      stuck.forEach(it -> it.loop().execute(it::thaw));
      awaitQuiet();
    }
    return (int) stuck.stream().filter(it -> it.over().isDone()).count();
  }

  /** What the loops have counted is seen after this. */
  private void meetAllLoops() throws InterruptedException {
    CountDownLatch met = new CountDownLatch(loops.size());
    loops.forEach(it -> it.execute(met::countDown));
    if (!met.await(DRAIN_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("A thread that reads has ended");
    }
  }

  @Override
  public void close() {
    Stream.concat(readers.stream(), stuck.stream()).forEach(it -> it.loop().execute(it::leave));
    loops.forEach(it -> it.execute(it::close));
  }

  /** Remembers the first error; has the next message sent when one is complete. */
  private final class Heard implements LoadClient.Listener {
    private final Loop loop;

    Heard(Loop loop) {
      this.loop = loop;
    }

    @Override
    public void other(String object) {
      if (object.startsWith("{\"type\":\"error\"")) {
        refused.incrementAndGet();
        error.compareAndSet(null, object);
      }
    }

    @Override
    public void complete() {
      if (loop != sending()) {
        sending().nudge();
      }
    }
  }
}
