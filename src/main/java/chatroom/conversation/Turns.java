package chatroom.conversation;

import chatroom.room.Unavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The order of one client: what it says begins in the order in which it was said, and is answered
 * in that order, however long each takes.
 *
 * <p>What need not be alone begins while others before it are still under way, unless one of them
 * has to be alone: so messages are stored together, and a question sees what was done before it.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Turns {
  /** How much may be under way or wait. */
  static final int CAPACITY = 1_000;

  /** One thing that the client said. */
  final class Turn {
    private final boolean alone;
    private final Consumer<Turn> begin;
    private Runnable answer = () -> {};
    private Runnable afterwards = () -> {};
    private boolean ended;

    private Turn(boolean alone, Consumer<Turn> begin) {
      this.alone = alone;
      this.begin = begin;
    }

    /** That runs when it is done, which it is not yet. */
    void afterwards(Runnable then) {
      afterwards = then;
    }

    /** Runs a part of it: if that breaks, nobody else would end it. */
    void run(Runnable part) {
      try {
        part.run();
      } catch (RuntimeException e) {
        broken.run();
        end();
        throw e;
      }
    }

    /** What is run later, as {@link #run} does. */
    Runnable guarded(Runnable part) {
      return () -> run(part);
    }

    /** What is told something later, as {@link #run} does. */
    <T> Consumer<T> guarded(Consumer<T> part) {
      return told -> run(() -> part.accept(told));
    }

    /** It is done, and was answered or needs no answer. */
    void end() {
      end(() -> {});
    }

    /**
     * It is done. The first call counts.
     *
     * @param answer runs after the answers to all that was said before
     */
    void end(Runnable answer) {
      if (!ended) {
        ended = true;
        this.answer = answer;
        try {
          advance();
        } finally {
          afterwards.run();
        }
      }
    }
  }

  // Small, for nearly all connections are idle nearly all the time; they grow.
  private final Deque<Turn> begun = new ArrayDeque<>(1);
  private final Deque<Turn> waiting = new ArrayDeque<>(1);
  private final Runnable broken;
  private boolean advancing;

  /**
   * @param broken runs when a part of a turn or an answer broke: the client is not to wait for ever
   */
  Turns(Runnable broken) {
    this.broken = broken;
  }

  /**
   * Takes what the client said.
   *
   * @param alone whether all that was said before has to be answered first, and all that is said
   *     later waits for it
   * @param begin begins it, when it may; the turn is ended there or later
   * @throws Unavailable if too much is under way; it does not begin then
   */
  void offer(boolean alone, Consumer<Turn> begin) throws Unavailable {
    if (begun.size() + waiting.size() >= CAPACITY) {
      throw new Unavailable();
    }
    execute(alone, begin);
  }

  /** Takes what has to happen, however much is under way. */
  void execute(boolean alone, Consumer<Turn> begin) {
    waiting.addLast(new Turn(alone, begin));
    advance();
  }

  /** In a loop and not by recursion: many a turn ends while it begins. */
  private void advance() {
    if (advancing) {
      return;
    }
    advancing = true;
    try {
      boolean moved = true;
      while (moved) {
        moved = answerNext() || beginNext();
      }
    } finally {
      advancing = false;
    }
  }

  private boolean answerNext() {
    Turn first = begun.peekFirst();
    if (first == null || !first.ended) {
      return false;
    }
    begun.removeFirst();
    try {
      first.answer.run();
    } catch (RuntimeException e) {
      broken.run();
      throw e;
    }
    return true;
  }

  private boolean beginNext() {
    Turn next = waiting.peekFirst();
    if (next == null || !mayBegin(next)) {
      return false;
    }
    waiting.removeFirst();
    begun.addLast(next);
    next.begin.accept(next);
    return true;
  }

  private boolean mayBegin(Turn next) {
    Turn last = begun.peekLast();
    return last == null || (!last.alone && !next.alone);
  }
}
