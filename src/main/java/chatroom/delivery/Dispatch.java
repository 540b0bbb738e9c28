package chatroom.delivery;

import chatroom.delivery.Parcel.Form;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one client is sent next and who is to send it: never more than one at a time, called
 * the sender below. What the client's feeds tell and what it alone is told come in one order:
 * before anything else waits, all that its feeds have told by then does.
 *
 * <p>Thread safety: safe for use by any thread. Calls nobody but the clock while it holds its lock.
 */
final class Dispatch {
  /** The least that may be under way: a page of history. */
  private static final long MIN_WINDOW = 256 * 1024;

  /** The most that goes out in one go, unless a single frame is larger. */
  static final int MAX_PARCEL_BYTES = 64 * 1024;

  private final Protocol protocol;
  private final LongSupplier nanoTime;
  private final Lock lock = new ReentrantLock();

  // All below: guarded by lock.
  private final CreditWindow credit;
  private final Probation probation = new Probation();
  private final List<Subscription> subscriptions = new ArrayList<>(1);
  private final Backlog backlog;
  private boolean binary;
  private boolean sending;
  private boolean outOfCredit;
  private long sendingSince;
  private boolean closed;
  private @Nullable Disconnect lastWord;

  /**
   * @param protocol whether many frames may go out as one message
   * @param queuesSends whether the transport may complete a send that it has only queued
   * @param maxBytes how many bytes may wait, answers not counted; about as many in a transport that
   *     queues sends
   */
  Dispatch(Protocol protocol, boolean queuesSends, long maxBytes, LongSupplier nanoTime) {
    this.protocol = protocol;
    this.backlog = new Backlog(maxBytes, subscriptions);
    this.nanoTime = nanoTime;
    this.credit = new CreditWindow(queuesSends ? Math.max(MIN_WINDOW, maxBytes) : Long.MAX_VALUE);
  }

  /** What is taken out from now on goes out in binary messages. */
  void useBinary() {
    lock.lock();
    try {
      binary = true;
    } finally {
      lock.unlock();
    }
  }

  /** From now on the client is told what the feed tells, but not what was told before. */
  Subscription subscribe(Feed feed, long userId) {
    lock.lock();
    try {
      Subscription subscription = new Subscription(feed, userId, protocol);
      subscriptions.add(subscription);
      return subscription;
    } finally {
      lock.unlock();
    }
  }

  /** What the feed has told by now is the last of it that the client is told. */
  Verdict unsubscribe(Subscription subscription) {
    lock.lock();
    try {
      if (closed || lastWord != null) {
        return Verdict.LEFT_TO_OTHERS;
      }
      backlog.add(subscription, subscription.feed().end());
      subscription.end();
      subscriptions.remove(subscription);
      return verdict(true);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A feed's batch is due. If the client is idle and is told the whole batch, the step is to send
   * that; else the batch waits in the client's own backlog.
   *
   * @param waits whether the caller would wait for the client, and so may be given several messages
   *     to send in one go
   * @return what the caller does as the sender; {@link Step#REST} if it is not
   */
  Step deliver(Subscription subscription, Batch batch, boolean waits) {
    lock.lock();
    try {
      if (closed || lastWord != null || subscription.isOver()) {
        return Step.REST;
      }
      subscription.dueUpTo(batch.to());
      boolean wait = waits && !isLaggard();
      if (isIdle() && batch.isWholeFor(subscription) && (sendsMany(wait) || batch.isOne())) {
        subscription.moveTo(batch.to());
        Optional<Parcel> parcel = batch.parcel(form());
        sending = parcel.isPresent();
        return sending ? send(parcel.get(), wait) : Step.REST;
      }
      backlog.add(subscription, batch.to());
      if (!backlog.isWithinBound()) {
        return new Step.End(Disconnect.SLOW_CONSUMER);
      }
      return !backlog.isEmpty() && reserve() ? step(wait) : Step.REST;
    } finally {
      lock.unlock();
    }
  }

  /** Somebody waited too long for this client. */
  void lagged() {
    lock.lock();
    try {
      probation.begin(nanoTime.getAsLong());
    } finally {
      lock.unlock();
    }
  }

  /** Whether nobody is to wait for this client; looks at the clock only if need be. */
  private boolean isLaggard() {
    if (!sending && !probation.isOn()) {
      return false;
    }
    long now = nanoTime.getAsLong();
    if (sending) {
      probation.sending(now - sendingSince, now);
    }
    return probation.isOn(now);
  }

  private boolean isIdle() {
    return !sending && backlog.isEmpty() && credit.isOpen() && !credit.isPingDue();
  }

  private void takeOverAll() {
    for (Subscription subscription : subscriptions) {
      backlog.add(subscription, subscription.feed().end());
    }
  }

  /** Lets an item wait. */
  Verdict add(BacklogItem item) {
    return add(item, null);
  }

  /** Lets an item wait, and takes nothing after it. */
  Verdict addLast(BacklogItem item, Disconnect why) {
    return add(item, why);
  }

  private Verdict add(BacklogItem item, @Nullable Disconnect last) {
    lock.lock();
    try {
      if (closed || lastWord != null) {
        return Verdict.LEFT_TO_OTHERS;
      }
      lastWord = last;
      takeOverAll();
      return verdict(backlog.add(item));
    } finally {
      lock.unlock();
    }
  }

  /** The answer has been made, or a page of it, with what makes the next one, if there is one. */
  Verdict fill(BacklogItem.Frames pending, List<Frame> frames, @Nullable Runnable nextPage) {
    lock.lock();
    try {
      if (closed) {
        return Verdict.LEFT_TO_OTHERS;
      }
      backlog.fill(pending, frames, nextPage);
      return verdict(true);
    } finally {
      lock.unlock();
    }
  }

  /** The answer could not be made: what waits behind it is forgotten, and nothing more is taken. */
  Verdict fillLast(BacklogItem.Frames pending, Frame frame, Disconnect why) {
    lock.lock();
    try {
      if (closed) {
        return Verdict.LEFT_TO_OTHERS;
      }
      lastWord = why;
      backlog.endWith(pending);
      backlog.fill(pending, List.of(frame), null);
      return verdict(true);
    } finally {
      lock.unlock();
    }
  }

  /** Makes the caller the sender, who begins with a ping, if there is none; says if it did. */
  boolean mayPing() {
    lock.lock();
    try {
      return !closed && reserve();
    } finally {
      lock.unlock();
    }
  }

  /** What a ping that is sent now carries; for the sender. */
  long mark() {
    lock.lock();
    try {
      return credit.mark();
    } finally {
      lock.unlock();
    }
  }

  /** The peer answered the ping of that mark; true if the caller is the sender now. */
  boolean answered(long mark) {
    lock.lock();
    try {
      credit.answered(mark);
      boolean resume = outOfCredit && credit.isOpen();
      outOfCredit &= !resume;
      return resume;
    } finally {
      lock.unlock();
    }
  }

  /** What the sender, who waits for no message, does next. */
  Step next() {
    lock.lock();
    try {
      return step(false);
    } finally {
      lock.unlock();
    }
  }

  private boolean sendsMany(boolean waits) {
    return waits || protocol == Protocol.CHAT_V1;
  }

  private Step step(boolean waits) {
    if (!closed && credit.isPingDue()) {
      return Step.PING;
    }
    if (!credit.isOpen() && !backlog.isEmpty()) {
      outOfCredit = true; // Still counts as sending: a peer that reads nothing stalls.
      return Step.REST;
    }
    List<Frame> frames = backlog.take(sendsMany(waits) ? MAX_PARCEL_BYTES : 0);
    if (!frames.isEmpty()) {
      return send(new Parcel(frames, form()), waits);
    }
    sending = false;
    Runnable page = backlog.takeDue();
    if (page != null) {
      return new Step.Make(page);
    }
    return backlog.isEmpty() ? whenAllIsSent() : Step.REST;
  }

  private Step whenAllIsSent() {
    if (lastWord != null) {
      return new Step.End(lastWord);
    }
    return backlog.takeLeftOut() ? Step.TELL_PRESENCE : Step.REST;
  }

  private Step send(Parcel parcel, boolean waits) {
    credit.sent(parcel.size());
    sendingSince = nanoTime.getAsLong();
    return new Step.Send(parcel, waits);
  }

  private Form form() {
    return protocol == Protocol.PLAIN ? Form.TEXTS : binary ? Form.BINARY : Form.TEXT;
  }

  /** For how long there has been a sender that came no further, in nanoseconds; 0 if none is. */
  long stalledNanos() {
    lock.lock();
    try {
      return sending ? nanoTime.getAsLong() - sendingSince : 0;
    } finally {
      lock.unlock();
    }
  }

  /** How many bytes of answers wait. */
  long answerBytes() {
    lock.lock();
    try {
      return backlog.answerBytes();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more and forgets what waits; true for the one call that did. */
  boolean close() {
    lock.lock();
    try {
      boolean first = !closed;
      closed = true;
      backlog.clear();
      subscriptions.clear();
      return first;
    } finally {
      lock.unlock();
    }
  }

  private Verdict verdict(boolean taken) {
    if (!taken) {
      return Verdict.TOO_MUCH;
    }
    return reserve() ? Verdict.YOURS_TO_SEND : Verdict.LEFT_TO_OTHERS;
  }

  /** Whether the caller is the sender now. With the lock held. */
  private boolean reserve() {
    if (sending) {
      return false;
    }
    sending = true;
    sendingSince = nanoTime.getAsLong();
    return true;
  }
}
