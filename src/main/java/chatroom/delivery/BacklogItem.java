package chatroom.delivery;

import chatroom.delivery.Feed.Entry;
import chatroom.wire.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits in a {@link Backlog}, and gives its frames one by one.
 *
 * <p>Thread safety: none; {@link Dispatch} guards it.
 */
sealed interface BacklogItem {
  /** Whether it counts as an answer, and so against no bound. */
  boolean isAnswer();

  /** How many bytes are left of it. */
  long bytes(boolean lastingOnly);

  /** Goes past what is not to be sent. */
  void skip(boolean lastingOnly);

  /** The next frame, after {@link #skip}; null if there is none, or none yet. */
  @Nullable Frame first();

  /** Takes the next frame out. */
  void removeFirst();

  /** Whether it has no frame left, and is not still being made. */
  boolean isDone();

  /** What has more of it made, if there is more; it is not done then until that is filled in. */
  @Nullable Runnable takeNextPage();

  /** Frames of its own. */
  final class Frames implements BacklogItem {
    private final boolean answer;
    private final boolean lasting;
    private List<Frame> frames;
    private boolean made;
    private int taken;
    private long bytes;
    private @Nullable Runnable nextPage;

    private Frames(boolean answer, boolean lasting, List<Frame> frames, boolean made) {
      this.answer = answer;
      this.lasting = lasting;
      this.frames = frames;
      this.made = made;
      this.bytes = bytes(frames);
    }

    /** What anybody sent. */
    static Frames offer(Frame frame) {
      return new Frames(false, true, List.of(frame), true);
    }

    /** What is soon out of date, and left out with the like of feeds. */
    static Frames passing(Frame frame) {
      return new Frames(false, false, List.of(frame), true);
    }

    /** What counts against no bound. */
    static Frames answer(Frame frame) {
      return new Frames(true, true, List.of(frame), true);
    }

    /** An answer that is still being made. */
    static Frames pending() {
      return new Frames(true, true, List.of(), false);
    }

    /** It has been made, or a page of it. */
    void fill(List<Frame> page, @Nullable Runnable next) {
      frames = page;
      taken = 0;
      bytes = bytes(page);
      made = true;
      nextPage = next;
    }

    private static long bytes(List<Frame> frames) {
      return frames.stream().mapToLong(Frame::bytes).sum();
    }

    @Override
    public boolean isAnswer() {
      return answer;
    }

    @Override
    public long bytes(boolean lastingOnly) {
      return lasting || !lastingOnly ? bytes : 0;
    }

    @Override
    public void skip(boolean lastingOnly) {
      if (lastingOnly && !lasting) {
        fill(List.of(), null);
      }
    }

    @Override
    public @Nullable Frame first() {
      return made && taken < frames.size() ? frames.get(taken) : null;
    }

    @Override
    public void removeFirst() {
      bytes -= frames.get(taken).bytes();
      taken++;
    }

    @Override
    public boolean isDone() {
      return made && taken == frames.size();
    }

    @Override
    public @Nullable Runnable takeNextPage() {
      Runnable next = nextPage;
      if (next != null) {
        nextPage = null;
        frames = List.of();
        taken = 0;
        made = false;
      }
      return next;
    }
  }

  /** A part of a feed, of which the client is told what is for it. */
  final class Stretch implements BacklogItem {
    private final Subscription subscription;
    private Entry taken;
    private Entry to;

    /**
     * A stretch of a feed.
     *
     * @param from the entry before the first
     * @param to the last entry
     */
    Stretch(Subscription subscription, Entry from, Entry to) {
      this.subscription = subscription;
      this.taken = from;
      this.to = to;
    }

    /** Whether it ends at the given place of that subscription. */
    boolean goesOn(Subscription other, Entry from) {
      return subscription == other && to == from;
    }

    /** It ends later. */
    void extend(Entry end) {
      to = end;
    }

    @Override
    public boolean isAnswer() {
      return false;
    }

    @Override
    public long bytes(boolean lastingOnly) {
      return subscription.bytes(taken, to, lastingOnly);
    }

    @Override
    public void skip(boolean lastingOnly) {
      for (Entry next = next(); next != null && !isTold(next, lastingOnly); next = next()) {
        takeUpTo(next);
      }
    }

    private boolean isTold(Entry entry, boolean lastingOnly) {
      return subscription.hears(entry) && (entry.isLasting() || !lastingOnly);
    }

    private @Nullable Entry next() {
      return taken == to ? null : taken.next();
    }

    @Override
    public @Nullable Frame first() {
      Entry next = next();
      return next == null ? null : next.frame();
    }

    @Override
    public void removeFirst() {
      Entry next = next();
      if (next != null) {
        takeUpTo(next);
      }
    }

    private void takeUpTo(Entry entry) {
      taken = entry;
      subscription.takenUpTo(entry);
    }

    @Override
    public boolean isDone() {
      return taken == to;
    }

    @Override
    public @Nullable Runnable takeNextPage() {
      return null;
    }
  }
}
