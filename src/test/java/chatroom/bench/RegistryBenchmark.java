package chatroom.bench;

import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.testing.Node;
import chatroom.testing.RecordingTransport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to let a client in and out, where there are thousands. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RegistryBenchmark {
  private static final int OTHERS = 10_000;

  private final Node node = new Node(OTHERS + 1);

  /** The others come. */
  @Setup
  public void fill() {
    for (int i = 0; i < OTHERS; i++) {
      node.client(new RecordingTransport());
    }
  }

  /** One more comes and leaves. */
  @Benchmark
  public boolean comeAndLeave() {
    Client client = node.client(new RecordingTransport());
    node.reception.dismiss(client, Disconnect.PEER_GONE);
    node.reception.closed(client);
    return client.hasLeft();
  }
}
