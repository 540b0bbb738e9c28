package chatroom.conversation;

import chatroom.room.Lane;
import chatroom.room.MessageSearch;
import chatroom.room.MessageSearch.Found;
import chatroom.room.MessageSearch.Request;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Looks for messages for all clients: as many searches at a time as there are threads for it, for
 * one may cost as much as a thousand other questions, and no more than {@value #MAX_UNDER_WAY}
 * wait.
 *
 * <p>Thread safety: safe for use by any thread. Each search is answered once, on the lane.
 */
public final class Searches {
  /** How many searches may be under way or wait. */
  static final int MAX_UNDER_WAY = 50;

  private final MessageSearch search;
  private final Executor threads;
  private final Lane lane;
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param threads run what may block for as long as a database takes
   */
  public Searches(MessageSearch search, Executor threads, Lane lane) {
    this.search = search;
    this.threads = threads;
    this.lane = lane;
  }

  /**
   * Looks for messages, without waiting.
   *
   * @param refused told instead of {@code found} if it cannot be done, or took too long
   * @throws Unavailable if too many wait already; nobody is told then
   */
  void begin(Request request, Consumer<Found> found, Consumer<Rejection> refused)
      throws Unavailable {
    if (underWay.incrementAndGet() > MAX_UNDER_WAY) {
      underWay.decrementAndGet();
      throw new Unavailable();
    }
    threads.execute(() -> look(request, found, refused));
  }

  private void look(Request request, Consumer<Found> found, Consumer<Rejection> refused) {
    Runnable answer = () -> refused.accept(Refusals.unavailable());
    try {
      Found messages = search.search(request);
      answer = () -> found.accept(messages);
    } catch (Rejection e) {
      answer = () -> refused.accept(e);
    } catch (Unavailable e) {
      // It is the answer as it stands, and the log knows why.
    } finally {
      underWay.decrementAndGet();
      lane.execute(answer);
    }
  }
}
