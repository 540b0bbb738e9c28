package chatroom.bench;

import chatroom.testing.Handshake;
import chatroom.testing.TestClient;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a sign-in costs the packaged application in a stock Tomcat, how many there are in a second,
 * and whether a known name is told from an unknown one by the time it takes; printed, not judged:
 * machines differ. Each attempt comes from an address of its own, so that none has to wait.
 */
@Tag("benchmark")
class SignInBenchmark {
  private static final int ACCOUNTS = 60;
  private static final int ONE_BY_ONE = 100;
  private static final int TOGETHER = 200;
  private static final int ABREAST = 16;
  private static final double MICROS = 1_000;
  private static final String PASSWORD = "correct horse";
  private static final String WRONG = "wrong horse";

  private final AtomicInteger addresses = new AtomicInteger();
  private URI url = URI.create("");

  @Test
  void signIns() throws Exception {
    try (var server = ChildJvm.chat(1_000, Map.of("trusted-proxies", "127.0.0.1"))) {
      Target target = server.target();
      url = target.url();
      var process = new ProcessFigures(target.pid().orElseThrow());
      register();
      IntStream.range(0, ONE_BY_ONE).forEach(i -> signIn(i)); // Warms up.
      System.out.printf(
          "| load average %.1f | resident %,d KB |%n",
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          process.residentKilobytes().orElse(0));
      oneByOne(process);
      together(process);
      knownAndUnknown();
      System.out.printf("| resident %,d KB |%n", process.residentKilobytes().orElse(0));
    }
  }

  private TestClient client() {
    int address = addresses.incrementAndGet();
    String from = "10." + address / 65_536 + "." + address / 256 % 256 + "." + address % 256;
    Handshake handshake = TestClient.to(url).header("X-Forwarded-For", from);
    return handshake.subprotocols("chat.v1").connect();
  }

  private static String name(int i) {
    return "Person " + i % ACCOUNTS;
  }

  private void register() {
    for (int i = 0; i < ACCOUNTS; i++) {
      try (TestClient client = client().hello()) {
        client.send("register", "username", name(i), "password", PASSWORD);
        client.await("auth_success");
      }
    }
  }

  /** Returns the nanoseconds until the welcome. */
  private long signIn(int i) {
    try (TestClient client = client()) {
      long begin = System.nanoTime();
      client.hello("username", name(i), "password", PASSWORD);
      return System.nanoTime() - begin;
    }
  }

  private void oneByOne(ProcessFigures process) {
    long cpu = process.cpuMicros().orElse(0);
    List<Long> nanos = IntStream.range(0, ONE_BY_ONE).mapToObj(this::signIn).toList();
    System.out.printf(
        "| one after the other | %s | CPU %,d µs each |%n",
        spread(nanos), (process.cpuMicros().orElse(0) - cpu) / ONE_BY_ONE);
  }

  private void together(ProcessFigures process) {
    ExecutorService clients = Executors.newFixedThreadPool(ABREAST);
    try {
      long cpu = process.cpuMicros().orElse(0);
      long begin = System.nanoTime();
      List<Long> nanos =
          IntStream.range(0, TOGETHER)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> signIn(i), clients))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          "| %d abreast | %s | CPU %,d µs each | %.1f a second |%n",
          ABREAST,
          spread(nanos),
          (process.cpuMicros().orElse(0) - cpu) / TOGETHER,
          TOGETHER / seconds);
    } finally {
      clients.shutdown();
    }
  }

  /** In turns, so that what else happens on the machine happens to both. */
  private void knownAndUnknown() {
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 3 * ACCOUNTS; i++) {
      known.add(refused(name(i)));
      unknown.add(refused("Nobody " + i % ACCOUNTS));
    }
    System.out.printf("| a known name, wrong password | %s |%n", spread(known));
    System.out.printf("| an unknown name | %s |%n", spread(unknown));
  }

  private long refused(String name) {
    try (TestClient client = client()) {
      long begin = System.nanoTime();
      client.send("hello", "username", name, "password", WRONG);
      client.expectError("auth_failed");
      long nanos = System.nanoTime() - begin;
      client.closeCode(); // The server closes it; so does the client, unless it has heard of that.
      return nanos;
    }
  }

  private static String spread(List<Long> nanos) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return "µs p10 %,.0f p50 %,.0f p90 %,.0f"
        .formatted(at(sorted, 10), at(sorted, 50), at(sorted, 90));
  }

  private static double at(List<Long> sorted, int percent) {
    return sorted.get(sorted.size() * percent / 100) / MICROS;
  }
}
