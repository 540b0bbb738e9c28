package chatroom.delivery;

import chatroom.delivery.Backlog.Item;
import chatroom.wire.Frame;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one client is sent next and who is to send it: never more than one at a time, called
 * the sender below.
 *
 * <p>Thread safety: safe for use by any thread. Calls nobody but the clock while it holds its lock.
 */
final class Dispatch {
  /** The least that may be under way: a page of history. */
  private static final long MIN_WINDOW = 256 * 1024;

  /** The most that goes into one message, unless a single frame is larger. */
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;

  /** What became of something that was to be sent. */
  enum Verdict {
    /** It waits for the sender, or is not taken any more. */
    LEFT_TO_OTHERS,
    /** It waits, and the caller is the sender now. */
    YOURS_TO_SEND,
    /** More would wait than may: it is not taken. */
    TOO_MUCH
  }

  /** What the sender is to do. */
  sealed interface Step {
    /** Send that and come back. */
    record Send(Parcel parcel) implements Step {}

    /** Send a ping and come back. */
    record Ping() implements Step {}

    /** End the outbox: the last word has been sent. */
    record End(Disconnect why) implements Step {}

    /** Have the next page of an answer made, which all that waits is behind. */
    record Make(Runnable page) implements Step {}

    /** Nothing; whoever makes the next step possible is the sender. */
    record Rest() implements Step {}
  }

  private final int maxMessageBytes;
  private final LongSupplier nanoTime;
  private final Lock lock = new ReentrantLock();

  // All below: guarded by lock.
  private final CreditWindow credit;
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
    this.maxMessageBytes = protocol == Protocol.CHAT_V1 ? MAX_MESSAGE_BYTES : 0;
    this.backlog = new Backlog(maxBytes);
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

  /** Lets an item wait. */
  Verdict add(Item item) {
    return add(item, null);
  }

  /** Lets an item wait, and takes nothing after it. */
  Verdict addLast(Item item, Disconnect why) {
    return add(item, why);
  }

  private Verdict add(Item item, @Nullable Disconnect last) {
    lock.lock();
    try {
      if (closed || lastWord != null) {
        return Verdict.LEFT_TO_OTHERS;
      }
      lastWord = last;
      if (!backlog.add(item)) {
        return Verdict.TOO_MUCH;
      }
      return reserve() ? Verdict.YOURS_TO_SEND : Verdict.LEFT_TO_OTHERS;
    } finally {
      lock.unlock();
    }
  }

  /** The answer has been made, or a page of it; with what makes the next one, if there is one. */
  Verdict fill(Item pending, List<Frame> frames, @Nullable Runnable nextPage) {
    lock.lock();
    try {
      if (closed) {
        return Verdict.LEFT_TO_OTHERS;
      }
      backlog.fill(pending, frames, nextPage);
      return reserve() ? Verdict.YOURS_TO_SEND : Verdict.LEFT_TO_OTHERS;
    } finally {
      lock.unlock();
    }
  }

  /** The answer could not be made: what waits behind it is forgotten, and nothing more is taken. */
  Verdict fillLast(Item pending, Frame frame, Disconnect why) {
    lock.lock();
    try {
      if (closed) {
        return Verdict.LEFT_TO_OTHERS;
      }
      lastWord = why;
      backlog.endWith(pending);
      backlog.fill(pending, List.of(frame), null);
      return reserve() ? Verdict.YOURS_TO_SEND : Verdict.LEFT_TO_OTHERS;
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

  /** What the sender does next. */
  Step next() {
    lock.lock();
    try {
      if (!closed && credit.isPingDue()) {
        return new Step.Ping();
      }
      if (!credit.isOpen() && !backlog.isEmpty()) {
        outOfCredit = true; // Still counts as sending: a peer that reads nothing stalls.
        return new Step.Rest();
      }
      List<Frame> frames = backlog.take(maxMessageBytes);
      if (!frames.isEmpty()) {
        Parcel parcel = new Parcel(frames, binary);
        credit.sent(parcel.size());
        sendingSince = nanoTime.getAsLong();
        return new Step.Send(parcel);
      }
      sending = false;
      Runnable page = backlog.takeDue();
      if (page != null) {
        return new Step.Make(page);
      }
      return lastWord != null && backlog.isEmpty() ? new Step.End(lastWord) : new Step.Rest();
    } finally {
      lock.unlock();
    }
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
      return first;
    } finally {
      lock.unlock();
    }
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
