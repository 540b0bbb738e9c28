package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Lane;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Sees to it that there is always an administrator who can sign in: neither banned nor a bot. What
 * could leave none is done one after the other, so that no two do it to each other at a time.
 *
 * <p>Where the container says who is an administrator, nobody has to be one here.
 *
 * <p>Thread safety: confined to the lane, but for {@link #isEnough}.
 */
public final class Succession {
  private static final String WHY = "Nobody would be an administrator any more";

  private record Waiting(Turn turn, Runnable act) {}

  private final Accounts accounts;
  private final Discipline discipline;
  private final boolean byContainer;
  private final Lane lane;
  private final Executor readers;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param byContainer whether nobody comes whom the container does not know
   * @param readers run what may block for as long as a database takes
   */
  public Succession(
      Accounts accounts, Discipline discipline, boolean byContainer, Lane lane, Executor readers) {
    this.accounts = accounts;
    this.discipline = discipline;
    this.byContainer = byContainer;
    this.lane = lane;
    this.readers = readers;
  }

  /** Whether it is enough if these are the administrators; safe for use by any thread. */
  boolean isEnough(List<Account> admins) {
    return byContainer
        || admins.stream().anyMatch(it -> !it.isBot() && !discipline.isBanned(it.id()));
  }

  /** What is told to whoever would leave none. */
  static Rejection refusal() {
    return new Rejection(Code.NOT_ALLOWED, WHY);
  }

  /**
   * Has an act done that could leave none, when all earlier ones are.
   *
   * @param turn ends when it is done
   */
  void enter(Turn turn, Runnable act) {
    waiting.addLast(new Waiting(turn, act));
    if (!busy) {
      next();
    }
  }

  private void next() {
    Waiting first = waiting.pollFirst();
    busy = first != null;
    if (first != null) {
      first.turn().afterwards(() -> lane.execute(this::next));
      first.turn().run(first.act());
    }
  }

  /**
   * Finds out whether somebody is left if that user is none any more.
   *
   * @param refused told instead of {@code left}
   */
  void requireOthers(long userId, Runnable left, Consumer<Rejection> refused) {
    readers.execute(
        () -> {
          Runnable answer = left;
          try {
            List<Account> admins = accounts.admins();
            List<Account> others = admins.stream().filter(it -> it.id() != userId).toList();
            if (others.size() < admins.size() && !isEnough(others)) {
              answer = () -> refused.accept(refusal());
            }
          } catch (Unavailable e) {
            answer = () -> refused.accept(Refusals.unavailable());
          }
          lane.execute(answer);
        });
  }
}
