package chatroom.testing;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel;
import chatroom.delivery.Transport;
import chatroom.wire.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A connection that takes nothing in until it is opened, as one whose peer does not read: who sends
 * and waits is held up until then.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class GatedTransport implements Transport {
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Deque<Runnable> completions = new ArrayDeque<>();
  private final List<String> taken = new ArrayList<>();
  private int underWay;
  private int waitedFor;
  private boolean overlapped;
  private boolean open;

  @Override
  public boolean completesWhenSent() {
    return true;
  }

  @Override
  public void send(Parcel parcel, Completion completion) {
    synchronized (this) {
      begin();
      if (!open) {
        completions.addLast(() -> complete(parcel, completion));
        return;
      }
    }
    complete(parcel, completion);
  }

  private void complete(Parcel parcel, Completion completion) {
    end(parcel);
    completion.done(null);
  }

  @Override
  public boolean sendAndWait(Parcel parcel) {
    synchronized (this) {
      begin();
      waitedFor++;
    }
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new AssertionError("no writer is interrupted", e);
    }
    end(parcel);
    return true;
  }

  private void begin() {
    overlapped |= underWay > 0;
    underWay++;
  }

  private synchronized void end(Parcel parcel) {
    underWay--;
    parcel.frames().stream().map(Frame::text).forEach(taken::add);
  }

  @Override
  public void ping(long mark) {
    throw new AssertionError("nobody asked for that");
  }

  @Override
  public void close(Disconnect why) {
    open();
  }

  /** The peer reads on. */
  public void open() {
    List<Runnable> due;
    synchronized (this) {
      open = true;
      due = List.copyOf(completions);
      completions.clear();
    }
    gate.countDown();
    due.forEach(Runnable::run);
  }

  /** The same, from the beginning. */
  public GatedTransport opened() {
    open();
    return this;
  }

  /** The texts of all that was taken in. */
  public synchronized List<String> taken() {
    return List.copyOf(taken);
  }

  /** How many sends have begun and not ended. */
  public synchronized int underWay() {
    return underWay;
  }

  /** How many sends were waited for. */
  public synchronized int waitedFor() {
    return waitedFor;
  }

  /** Whether two sends ever were under way at once. */
  public synchronized boolean hasOverlapped() {
    return overlapped;
  }
}
