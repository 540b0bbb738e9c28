package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.Node;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.RecordingTransport;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Pong;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers to one client are made one after the other, however many threads there are. */
class OneByOneTest {
  private static final int MANY = 1_000;

  private final QueuedExecutor pool = new QueuedExecutor();
  private final OneByOne tasks = new OneByOne(pool);
  private final List<String> done = new ArrayList<>();

  private static Client client(Node node, RecordingTransport transport, Executor encoders) {
    return new Client(
        Node.SOMEWHERE,
        Protocol.PLAIN,
        transport,
        node.encoder,
        node.nanoTime,
        Node.QUEUE_BYTES,
        new Workers(encoders, Runnable::run, Runnable::run),
        node.departures);
  }

  private static List<ServerMessage> pong(String ref) {
    return List.of(new Pong(0, ref));
  }

  @Test
  void whoeverWantsMuchHasOneTaskInThePoolAtATime() {
    tasks.execute(() -> done.add("a"));
    tasks.execute(() -> done.add("b"));
    pool.execute(() -> done.add("of another"));
    assertEquals(2, pool.size());

    pool.runAll();

    assertEquals(List.of("a", "of another", "b"), done);
  }

  @Test
  void aTaskMayAddAnotherOne() {
    tasks.execute(() -> tasks.execute(() -> done.add("a")));
    pool.runAll();

    assertEquals(List.of("a"), done);
  }

  @Test
  void whatThrowsDoesNotStopTheOthers() {
    tasks.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    tasks.execute(() -> done.add("b"));
    assertThrows(IllegalStateException.class, pool::runNext);
    pool.runAll();

    assertEquals(List.of("b"), done);
  }

  @Test
  void anAnswerThatTakesLongHoldsUpNeitherAnotherClientNorGoesBehindItsOwnLaterOne()
      throws InterruptedException {
    Node node = new Node();
    RecordingTransport slow = new RecordingTransport();
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Client asking = client(node, slow, threads);
      Client other = client(new Node(), new RecordingTransport(), threads);
      asking.answer(
          () -> {
            await(released);
            return pong("long");
          },
          bytes -> {});
      asking.answer(() -> pong("short"), bytes -> last.countDown());
      other.answer(() -> pong("other"), bytes -> answered.countDown());

      assertTrue(answered.await(15, TimeUnit.SECONDS));
      assertEquals(List.of(), slow.frames());
      released.countDown();
      assertTrue(last.await(15, TimeUnit.SECONDS));
    } finally {
      threads.shutdown();
    }
    assertTrue(threads.awaitTermination(15, TimeUnit.SECONDS));
    assertEquals(List.of(new Pong(0, "long"), new Pong(0, "short")), node.encoder.heardOver(slow));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(15, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void onManyThreadsTheOrderIsThatOfTheAsking() throws InterruptedException {
    List<Integer> order = new ArrayList<>(); // Guarded by nothing but what is tested.
    ExecutorService threads = Executors.newFixedThreadPool(4);
    OneByOne running = new OneByOne(threads);
    CountDownLatch all = new CountDownLatch(MANY);
    IntStream.range(0, MANY)
        .forEach(
            i ->
                running.execute(
                    () -> {
                      order.add(i);
                      all.countDown();
                    }));
    assertTrue(all.await(15, TimeUnit.SECONDS));
    threads.shutdown();

    assertEquals(IntStream.range(0, MANY).boxed().toList(), order);
  }
}
