package chatroom.delivery;

import chatroom.wire.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client, in its order: an answer that is still being made holds up what came
 * after it. Knows how many bytes wait.
 *
 * <p>Thread safety: none; {@link Dispatch} guards it.
 */
final class Backlog {
  /** Frames in their turn. */
  static final class Item {
    private final boolean answer;
    private List<Frame> frames;
    private boolean made;
    private int taken;
    private @Nullable Runnable nextPage;

    private Item(boolean answer, List<Frame> frames, boolean made) {
      this.answer = answer;
      this.frames = frames;
      this.made = made;
    }

    /** What anybody sent. */
    static Item offer(Frame frame) {
      return new Item(false, List.of(frame), true);
    }

    /** What counts against no bound. */
    static Item answer(Frame frame) {
      return new Item(true, List.of(frame), true);
    }

    /** An answer that is still being made. */
    static Item pending() {
      return new Item(true, List.of(), false);
    }

    private long bytes() {
      return frames.stream().mapToLong(Frame::bytes).sum();
    }
  }

  private final long maxOfferBytes;
  private final Deque<Item> items = new ArrayDeque<>();
  private long offerBytes;
  private long answerBytes;
  private @Nullable Runnable due;

  /**
   * @param maxOfferBytes how many bytes may wait, answers not counted
   */
  Backlog(long maxOfferBytes) {
    this.maxOfferBytes = maxOfferBytes;
  }

  /** Adds an item at the end; false if more would wait than may. */
  boolean add(Item item) {
    long bytes = item.bytes();
    if (!item.answer && offerBytes + bytes > maxOfferBytes) {
      return false;
    }
    items.addLast(item);
    count(item, bytes);
    return true;
  }

  /**
   * The answer has been made, or a page of it.
   *
   * @param nextPage makes the next page, and is {@linkplain #takeDue due} when this one has been
   *     taken; null if there is none
   */
  void fill(Item pending, List<Frame> frames, @Nullable Runnable nextPage) {
    pending.frames = frames;
    pending.taken = 0;
    pending.made = true;
    pending.nextPage = nextPage;
    count(pending, pending.bytes());
  }

  /** What makes the page that everything waits for; null if none is wanted. Given once. */
  @Nullable Runnable takeDue() {
    Runnable now = due;
    due = null;
    return now;
  }

  /** Forgets what waits behind an answer that is still being made. */
  void endWith(Item pending) {
    for (Item last = items.peekLast(); last != null && last != pending; last = items.peekLast()) {
      count(last, -last.bytes());
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
      removeFirst();
    }
    return taken;
  }

  private @Nullable Frame first() {
    Item item = items.peekFirst();
    while (item != null && item.made && item.taken == item.frames.size()) {
      if (item.nextPage != null) {
        due = item.nextPage;
        item.nextPage = null;
        item.frames = List.of();
        item.made = false;
        return null;
      }
      items.removeFirst();
      item = items.peekFirst();
    }
    return item == null || !item.made ? null : item.frames.get(item.taken);
  }

  private void removeFirst() {
    Item item = items.getFirst();
    count(item, -item.frames.get(item.taken).bytes());
    item.taken++;
  }

  private void count(Item item, long bytes) {
    if (item.answer) {
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
    due = null;
  }
}
