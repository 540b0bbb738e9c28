package chatroom.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the load tool itself costs, for each message of a joined frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageReaderBenchmark {
  private static final int MESSAGES = 64;
  private static final int SIZE = 60;

  private final Marker marker = new Marker(1);
  private final MessageReader reader = new MessageReader(marker, SIZE);
  private final byte[] frame =
      IntStream.range(0, MESSAGES)
          .mapToObj(i -> new Envelope(marker.of(i) + "x".repeat(SIZE - Marker.LENGTH), 1, i, 1))
          .map(Envelope::json)
          .collect(Collectors.joining("\n"))
          .getBytes(US_ASCII);
  private final Summing sum = new Summing();

  /** One frame of 64. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public long read() {
    reader.read(frame, 0, frame.length, sum);
    return sum.all;
  }

  private static final class Summing implements MessageReader.Sink {
    private long all;

    @Override
    public void message(int number, boolean first) {
      all += number;
    }

    @Override
    public void other(byte[] in, int from, int to) {
      throw new AssertionError();
    }
  }
}
