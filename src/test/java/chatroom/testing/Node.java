package chatroom.testing;

import chatroom.delivery.Admission;
import chatroom.delivery.Client;
import chatroom.delivery.ClientRegistry;
import chatroom.delivery.Departures;
import chatroom.delivery.Goodbye;
import chatroom.delivery.PeerAddress;
import chatroom.delivery.Protocol;
import chatroom.delivery.Reception;
import chatroom.delivery.Transport;
import chatroom.delivery.Watchdog;
import chatroom.delivery.Workers;
import chatroom.delivery.WriterTerms;
import java.time.Duration;
import java.util.Random;

/**
 * The delivery side of a server in manual time: all that it does, it does in the calling thread.
 * For one thread.
 */
public final class Node {
  /** Where clients come from, unless said otherwise. */
  public static final PeerAddress SOMEWHERE = new PeerAddress("192.0.2.1", "192.0.2.1");

  /** How many bytes may wait for a client. */
  public static final int QUEUE_BYTES = 1_000_000;

  /** Helps in the calling thread. */
  public static final Workers IN_PLACE = new Workers(Runnable::run, Runnable::run, Runnable::run);

  /** Where the next clients come from. */
  public PeerAddress from = SOMEWHERE;

  public final ManualClock clock = new ManualClock();
  public final ManualNanoTime nanoTime = new ManualNanoTime();
  public final RememberingEncoder encoder = new RememberingEncoder();
  public final Admission admission;
  public final ClientRegistry registry;
  public final Departures departures;
  public final Goodbye goodbye;
  public final Reception reception;
  public final ManualWriters writers = new ManualWriters();
  public final WriterTerms terms =
      new WriterTerms(writers, new Watchdog(writers), nanoTime, Duration.ZERO);

  /** A node with many places. */
  public Node() {
    this(1_000);
  }

  /** A node with so many places. */
  public Node(int maxClients) {
    admission = new Admission(maxClients, 0);
    registry = new ClientRegistry(admission);
    departures = new Departures(registry, Runnable::run, Runnable::run);
    goodbye = new Goodbye(registry, clock, new Random(1), Runnable::run);
    reception =
        new Reception(
            registry, departures, encoder, clock, nanoTime, QUEUE_BYTES, IN_PLACE, goodbye);
  }

  /** A client that was let in. */
  public Client client(Transport transport) {
    return client(Protocol.PLAIN, transport);
  }

  /** A client that was let in and speaks so. */
  public Client client(Protocol protocol, Transport transport) {
    return reception.admit(from, protocol, transport).orElseThrow();
  }
}
