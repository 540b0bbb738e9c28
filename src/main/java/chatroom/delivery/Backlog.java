package chatroom.delivery;

import chatroom.delivery.Feed.Entry;
import chatroom.wire.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client, in its order: an answer that is still being made holds up what came
 * after it. Knows how many bytes wait.
 *
 * <p>Thread safety: none; {@link Dispatch} guards it.
 */
final class Backlog {
  private final long maxOfferBytes;
  private final List<Subscription> subscriptions;
  private final Deque<BacklogItem> items = new ArrayDeque<>(2);
  private long offerBytes;
  private long answerBytes;
  private boolean lastingOnly;
  private @Nullable Runnable due;

  /**
   * @param maxOfferBytes how many bytes may wait, answers not counted, nor what the writer of a
   *     room has not come to, for that is no fault of the client
   * @param subscriptions the client's, as they are at any time
   */
  Backlog(long maxOfferBytes, List<Subscription> subscriptions) {
    this.maxOfferBytes = maxOfferBytes;
    this.subscriptions = subscriptions;
  }

  /** Adds an item at the end; false if more would wait than may. */
  boolean add(BacklogItem item) {
    if (!item.isAnswer() && !hasSpaceFor(() -> item.bytes(lastingOnly))) {
      return false;
    }
    item.skip(lastingOnly);
    if (item.isDone()) {
      return true;
    }
    items.addLast(item);
    count(item, item.bytes(lastingOnly));
    return true;
  }

  /** Adds what a feed tells, from the client's place up to that entry, if that is later. */
  void add(Subscription subscription, Entry to) {
    Entry from = subscription.place();
    if (!to.isAfter(from)) {
      return;
    }
    subscription.moveTo(to);
    offerBytes += subscription.bytes(from, to, lastingOnly);
    if (items.peekLast() instanceof BacklogItem.Stretch last && last.goesOn(subscription, from)) {
      last.extend(to);
    } else {
      items.addLast(new BacklogItem.Stretch(subscription, from, to));
    }
  }

  /** Whether no more waits than may. */
  boolean isWithinBound() {
    return hasSpaceFor(() -> 0);
  }

  /** Leaves out of feeds, if need be, what is soon out of date. */
  private boolean hasSpaceFor(LongSupplier bytes) {
    if (lateBytes() + bytes.getAsLong() <= maxOfferBytes) {
      return true;
    }
    lastingOnly = true;
    offerBytes = 0;
    answerBytes = 0;
    items.forEach(item -> count(item, item.bytes(true)));
    return lateBytes() + bytes.getAsLong() <= maxOfferBytes;
  }

  private long lateBytes() {
    long late = offerBytes;
    for (Subscription subscription : subscriptions) {
      late -= subscription.earlyBytes(lastingOnly);
    }
    return late;
  }

  /**
   * Whether something of feeds was left out since the last time; for an empty backlog, which leaves
   * nothing out any more.
   */
  boolean takeLeftOut() {
    boolean was = lastingOnly;
    lastingOnly = false;
    return was;
  }

  /**
   * The answer has been made, or a page of it.
   *
   * @param nextPage makes the next page, and is {@linkplain #takeDue due} when this one has been
   *     taken; null if there is none
   */
  void fill(BacklogItem.Frames pending, List<Frame> frames, @Nullable Runnable nextPage) {
    pending.fill(frames, nextPage);
    count(pending, pending.bytes(lastingOnly));
  }

  /** What makes the page that everything waits for; null if none is wanted. Given once. */
  @Nullable Runnable takeDue() {
    Runnable now = due;
    due = null;
    return now;
  }

  /** Forgets what waits behind an answer that is still being made. */
  void endWith(BacklogItem pending) {
    for (BacklogItem last = items.peekLast();
        last != null && last != pending;
        last = items.peekLast()) {
      count(last, -last.bytes(lastingOnly));
      items.removeLast();
    }
  }

  /**
   * Takes the frames that are to go out next, in one message with a byte between two of them.
   *
   * @param maxBytes the most they may have together; the first one may be larger
   * @return none if nothing can go out now
   */
  List<Frame> take(int maxBytes) {
    List<Frame> taken = new ArrayList<>(1);
    long size = 0;
    for (Frame frame = first(); frame != null; frame = first()) {
      size += frame.bytes();
      if (!taken.isEmpty() && size + taken.size() > maxBytes) {
        break;
      }
      taken.add(frame);
      change(items.getFirst(), BacklogItem::removeFirst);
    }
    return taken;
  }

  private @Nullable Frame first() {
    for (BacklogItem item = items.peekFirst(); item != null; item = items.peekFirst()) {
      BacklogItem present = item;
      change(item, it -> it.skip(lastingOnly));
      Frame frame = present.first();
      if (frame != null || !present.isDone()) {
        return frame;
      }
      due = present.takeNextPage();
      if (due != null) {
        return null;
      }
      items.removeFirst();
    }
    return null;
  }

  private void change(BacklogItem item, Consumer<BacklogItem> action) {
    count(item, -item.bytes(lastingOnly));
    action.accept(item);
    count(item, item.bytes(lastingOnly));
  }

  private void count(BacklogItem item, long bytes) {
    if (item.isAnswer()) {
      answerBytes += bytes;
    } else {
      offerBytes += bytes;
    }
  }

  /** Whether nothing waits, nor is being made. */
  boolean isEmpty() {
    return items.isEmpty();
  }

  /** How many bytes of answers wait. */
  long answerBytes() {
    return answerBytes;
  }

  /** Forgets all that waits. */
  void clear() {
    items.clear();
    offerBytes = 0;
    answerBytes = 0;
    lastingOnly = false;
    due = null;
  }
}
