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

  /** The answer has been made. */
  void fill(Item pending, List<Frame> frames) {
    pending.frames = frames;
    pending.made = true;
    count(pending, pending.bytes());
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
  }
}
