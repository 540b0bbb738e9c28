package chatroom.delivery;

import chatroom.wire.Frame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The only sender of one client: frames leave in the order they were offered, one at a time, no
 * more than a bounded number of bytes wait, here or, by a {@link CreditWindow}, in the container.
 *
 * <p>Thread safety: safe for use by any thread. Offering never blocks; whoever offers to an idle
 * outbox sends. Neither the transport nor the listener is called with the lock held.
 *
 * <p>Failure: when too many bytes wait or a send fails, the outbox empties itself, takes nothing
 * more, and tells the listener once.
 */
public final class Outbox {
  /** The least that may be under way: a page of history. */
  private static final long MIN_WINDOW = 256 * 1024;

  /** A frame in its turn; one that is still being made holds up those behind it. */
  private static final class Item {
    private final boolean answer;
    private @Nullable Frame frame;

    Item(boolean answer, @Nullable Frame frame) {
      this.answer = answer;
      this.frame = frame;
    }

    int bytes() {
      return frame == null ? 0 : frame.bytes();
    }
  }

  /** The turn of an answer that is still being made. */
  public final class Turn {
    private final Item item;

    private Turn(Item item) {
      this.item = item;
    }

    /** Here is the answer; called once. */
    public void take(Frame frame) {
      fill(item, frame);
    }

    /** There will be no answer, for something broke. */
    public void abandon() {
      end(Disconnect.INTERNAL_ERROR);
    }
  }

  private static final Frame NOTHING = Frame.of("");

  /** Stands for a ping that goes before anything else. */
  private final Item duePing = new Item(true, NOTHING);

  private final Transport transport;
  private final Executor pingers;
  private final long maxBytes;
  private final LongSupplier nanoTime;
  private final Consumer<Disconnect> ended;
  private final Lock lock = new ReentrantLock();

  // All below: guarded by lock.
  private final CreditWindow credit;
  private final Deque<Item> queue = new ArrayDeque<>();
  private long queuedBytes;
  private long answerBytes;
  private boolean sending;
  private boolean outOfCredit;
  private long sendingSince;
  private boolean closed;
  private @Nullable Disconnect lastWord;

  /**
   * @param transport where frames go
   * @param pingers runs pings, which may block
   * @param maxBytes how many bytes may wait, answers not counted; about as many in the container
   * @param nanoTime a clock in nanoseconds that never goes back
   * @param ended told once, when this outbox has given up or has said its last word
   */
  public Outbox(
      Transport transport,
      Executor pingers,
      long maxBytes,
      LongSupplier nanoTime,
      Consumer<Disconnect> ended) {
    this.transport = transport;
    this.pingers = pingers;
    this.maxBytes = maxBytes;
    this.nanoTime = nanoTime;
    this.ended = ended;
    this.credit =
        new CreditWindow(
            transport.completesWhenSent() ? Long.MAX_VALUE : Math.max(MIN_WINDOW, maxBytes));
  }

  /** Sends a frame in its turn; dropped if this outbox has ended. */
  public void offer(Frame frame) {
    add(new Item(false, frame), null);
  }

  /**
   * Keeps a turn for what the client asked for. It does not count against the bound; whoever
   * answers looks at {@link #answerBytes} first.
   */
  public Turn answer() {
    Item item = new Item(true, null);
    add(item, null);
    return new Turn(item);
  }

  /** Sends a last frame in its turn, takes nothing more, and ends when it is sent. */
  public void finish(Frame frame, Disconnect why) {
    add(new Item(true, frame), why);
  }

  private void add(Item item, @Nullable Disconnect last) {
    boolean overflow = false;
    boolean start = false;
    lock.lock();
    try {
      if (closed || lastWord != null) {
        return;
      }
      lastWord = last;
      overflow = !item.answer && queuedBytes + item.bytes() > maxBytes;
      if (!overflow) {
        queue.addLast(item);
        count(item, 1);
        start = reserve();
      }
    } finally {
      lock.unlock();
    }
    if (overflow) {
      end(Disconnect.SLOW_CONSUMER);
    } else if (start) {
      drain();
    }
  }

  private void fill(Item item, Frame frame) {
    boolean start;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      item.frame = frame;
      count(item, 1);
      start = reserve();
    } finally {
      lock.unlock();
    }
    if (start) {
      drain();
    }
  }

  /** Sends a ping unless a frame is on its way, which is as good a question; says if it did. */
  public boolean ping() {
    lock.lock();
    try {
      if (closed || !reserve()) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    return pingAndDrain();
  }

  private boolean pingAndDrain() {
    long mark;
    lock.lock();
    try {
      mark = credit.mark();
    } finally {
      lock.unlock();
    }
    try {
      transport.ping(mark);
    } catch (IOException | RuntimeException e) {
      end(Disconnect.SEND_FAILED);
      return false;
    }
    drain();
    return true;
  }

  /** The peer answered the ping of that mark. */
  public void answered(long mark) {
    boolean resume;
    lock.lock();
    try {
      credit.answered(mark);
      resume = outOfCredit && credit.isOpen();
      outOfCredit &= !resume;
    } finally {
      lock.unlock();
    }
    if (resume) {
      drain();
    }
  }

  /**
   * For how long the frame on its way has been there, or the peer has read nothing, in nanoseconds;
   * 0 if nothing is on its way.
   */
  public long stalledNanos() {
    lock.lock();
    try {
      return sending ? nanoTime.getAsLong() - sendingSince : 0;
    } finally {
      lock.unlock();
    }
  }

  /** How many bytes of answers wait. */
  public long answerBytes() {
    lock.lock();
    try {
      return answerBytes;
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more and forgets what waits. */
  public void close() {
    lock.lock();
    try {
      clear();
    } finally {
      lock.unlock();
    }
  }

  /** Sends what waits, in a loop and not by recursion: a completion may come from within a send. */
  private void drain() {
    for (Item item = next(); item != null && item.frame != null; item = next()) {
      if (item == duePing) {
        pingers.execute(this::pingAndDrain);
        return;
      }
      AtomicBoolean returned = new AtomicBoolean();
      transport.send(item.frame, failure -> completed(failure, returned));
      if (returned.compareAndSet(false, true)) {
        return; // Still on its way; the completion goes on from here.
      }
    }
  }

  /**
   * The first to come of the two, the send's return and its completion, leaves the rest to the
   * other.
   */
  private void completed(@Nullable Throwable failure, AtomicBoolean returned) {
    if (failure != null) {
      end(Disconnect.SEND_FAILED);
    }
    if (!returned.compareAndSet(false, true)) {
      drain();
    }
  }

  private @Nullable Item next() {
    Disconnect over = null;
    lock.lock();
    try {
      if (!closed && credit.isPingDue()) {
        return duePing;
      }
      Item item = queue.peekFirst();
      if (item != null && !credit.isOpen()) {
        outOfCredit = true; // Still counts as sending: a peer that reads nothing stalls.
        return null;
      }
      if (item != null && item.frame != null) {
        queue.removeFirst();
        count(item, -1);
        credit.sent(item.bytes());
        sendingSince = nanoTime.getAsLong();
        return item;
      }
      sending = false;
      over = queue.isEmpty() ? lastWord : null;
    } finally {
      lock.unlock();
    }
    if (over != null) {
      end(over);
    }
    return null;
  }

  private void end(Disconnect why) {
    boolean first;
    lock.lock();
    try {
      first = !closed;
      clear();
    } finally {
      lock.unlock();
    }
    if (first) {
      ended.accept(why);
    }
  }

  /** Whether the caller is the one to send now. With the lock held. */
  private boolean reserve() {
    if (sending) {
      return false;
    }
    sending = true;
    sendingSince = nanoTime.getAsLong();
    return true;
  }

  /** With the lock held. */
  private void count(Item item, int sign) {
    if (item.answer) {
      answerBytes += sign * (long) item.bytes();
    } else {
      queuedBytes += sign * (long) item.bytes();
    }
  }

  /** With the lock held. */
  private void clear() {
    closed = true;
    queue.clear();
    queuedBytes = 0;
    answerBytes = 0;
  }
}
