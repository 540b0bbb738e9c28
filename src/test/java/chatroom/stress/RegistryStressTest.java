package chatroom.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Admission;
import chatroom.delivery.Client;
import chatroom.delivery.ClientRegistry;
import chatroom.delivery.Departures;
import chatroom.delivery.Disconnect;
import chatroom.delivery.Goodbye;
import chatroom.delivery.PeerAddress;
import chatroom.delivery.Protocol;
import chatroom.delivery.Reception;
import chatroom.testing.BrokenTransport;
import chatroom.testing.ManualClock;
import chatroom.testing.Node;
import chatroom.wire.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many come, and many report that each is gone: all at once. Nothing is serialised here. */
class RegistryStressTest {
  private static final int PLACES = 50;
  private static final int THREADS = 8;
  private static final int ROUNDS = 2_000;

  private final Admission admission = new Admission(PLACES, PLACES / 2);
  private final ClientRegistry registry = new ClientRegistry(admission);
  private final Departures departures = new Departures(registry, Runnable::run, Runnable::run);
  private final Reception reception =
      new Reception(
          registry,
          departures,
          message -> Frame.of("error"),
          new ManualClock(),
          System::nanoTime,
          1_000,
          Node.IN_PLACE,
          new Goodbye(registry, new ManualClock(), new Random(1), Runnable::run));

  private static PeerAddress address(int number) {
    return new PeerAddress("192.0.2." + number, "192.0.2." + number);
  }

  private void leave(Client client) {
    reception.dismiss(client, Disconnect.PEER_GONE);
    reception.closed(client);
  }

  private Optional<Client> admit(int number) {
    return reception.admit(address(number), Protocol.PLAIN, new BrokenTransport());
  }

  @Test
  void howeverManyReportItAClientLeavesOnceAndItsPlaceIsGivenBackOnce()
      throws InterruptedException {
    for (int round = 0; round < 100; round++) {
      AtomicInteger left = new AtomicInteger();
      List<Client> clients =
          IntStream.range(0, 5).mapToObj(i -> admit(i % 2).orElseThrow()).toList();
      clients.forEach(it -> it.onLeave(why -> left.incrementAndGet()));

      Together.run(
          THREADS,
          i ->
              () -> {
                clients.forEach(this::leave);
                return true;
              });

      assertEquals(5, left.get());
      assertEquals(0, registry.size());
    }
    assertAllPlacesAreFree();
  }

  @Test
  void howeverManyComeAtOnceNoMoreAreInThanThereArePlaces() throws InterruptedException {
    AtomicInteger most = new AtomicInteger();
    List<Integer> admitted =
        Together.run(
            THREADS,
            thread ->
                () -> {
                  int mine = 0;
                  for (int i = 0; i < ROUNDS; i++) {
                    Optional<Client> client = admit(i % 3);
                    most.accumulateAndGet(registry.size(), Math::max);
                    mine += client.isPresent() ? 1 : 0;
                    if (i % 20 != 0) {
                      client.ifPresent(this::leave);
                    }
                  }
                  return mine;
                });

    assertTrue(admitted.stream().mapToInt(Integer::intValue).sum() >= PLACES, admitted::toString);
    assertTrue(most.get() <= PLACES, most + " were in");
    registry.all().forEach(this::leave);
    assertAllPlacesAreFree();
  }

  private void assertAllPlacesAreFree() {
    assertEquals(0, registry.size());
    for (int i = 0; i < PLACES; i++) {
      assertTrue(admit(i % 2).isPresent(), "a place was lost");
    }
    assertTrue(admission.isExhausted(address(0)));
    assertFalse(admit(3).isPresent(), "a place was won");
  }
}
