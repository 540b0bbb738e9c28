package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Feed.Entry;
import chatroom.testing.ManualNanoTime;
import chatroom.testing.RecordingTransport;
import chatroom.testing.StuckTransport;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A feed and clients that are told what it tells when the test says so. */
abstract class OutboxOfAFeed {
  static final int MAX_BYTES = 10;
  static final long ME = 1;
  static final long OTHER = 2;

  final Feed feed = new Feed();
  Entry written = feed.end();
  final RecordingTransport fast = new RecordingTransport();
  final StuckTransport slow = new StuckTransport();
  final List<Disconnect> ended = new ArrayList<>();
  int presenceLeftOut;

  final Outbox outbox(Transport transport, Protocol protocol) {
    return new Outbox(
        transport,
        protocol,
        Runnable::run,
        MAX_BYTES,
        new ManualNanoTime(),
        ended::add,
        () -> presenceLeftOut++);
  }

  final void tell(String... texts) {
    for (String text : texts) {
      feed.append(Frame.of(text), Set.of(), Audience.EVERYONE, true);
    }
  }

  final void tellPresence(String text) {
    feed.append(Frame.of(text), Set.of(), Audience.EVERYONE, false);
  }

  /** As the room's writer would, who brings all that was told since the last time. */
  final void bring(Outbox outbox, Subscription subscription) {
    Batch batch = Batch.after(written, Dispatch.MAX_PARCEL_BYTES);
    if (batch != null) {
      written = batch.to();
      assertTrue(outbox.deliver(subscription, batch, new Pass(batch, List.of(), false)));
    }
  }

  final void releaseAll() {
    while (slow.underWay() > 0) {
      slow.release();
    }
  }
}
