package chatroom.bench;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Outbox;
import chatroom.delivery.Parcel;
import chatroom.delivery.Protocol;
import chatroom.delivery.Transport;
import chatroom.wire.Frame;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to hand a frame to one client, but for the sending. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OutboxBenchmark {
  private static final Frame FRAME = Frame.of("x".repeat(200));

  private final Outbox outbox =
      new Outbox(
          new Nowhere(),
          Protocol.CHAT_V1,
          Runnable::run,
          1 << 20,
          System::nanoTime,
          why -> {},
          () -> {});

  /** To a client that takes everything at once. */
  @Benchmark
  public void offer() {
    outbox.offer(FRAME);
  }

  private static final class Nowhere implements Transport {
    @Override
    public boolean completesWhenSent() {
      return true;
    }

    @Override
    public void send(Parcel parcel, Completion completion) {
      completion.done(null);
    }

    @Override
    public boolean sendAndWait(Parcel parcel) {
      return true;
    }

    @Override
    public void ping(long mark) {}

    @Override
    public void close(Disconnect why) {}
  }
}
