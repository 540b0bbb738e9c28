package chatroom.bench;

import chatroom.room.ChatMessage;
import chatroom.room.RoomEvent;
import chatroom.room.RoomName;
import chatroom.wire.ClientMessage;
import chatroom.wire.Malformed;
import chatroom.wire.ServerMessage;
import chatroom.wire.WireCodec;
import java.time.Instant;
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

/** What a message costs on its way in and, once for everybody, on its way out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
  private static final String TEXT = "Sixty characters or so, as people write them in a chat room.";
  private static final String SAID =
      "{\"type\":\"message\",\"content\":\"" + TEXT + "\",\"ref\":\"m1\"}";
  private static final ServerMessage SHOWN =
      ServerMessage.of(
          new RoomEvent.Posted(
              new ChatMessage(42, 7, RoomName.GENERAL, 5, "Ann", TEXT, Instant.EPOCH)),
          0);

  private final WireCodec codec = new WireCodec();

  /** A client's message. */
  @Benchmark
  public ClientMessage decode() throws Malformed {
    return codec.decode(SAID);
  }

  /** A message as it is shown. */
  @Benchmark
  public String encode() {
    return codec.encode(SHOWN);
  }
}
