package chatroom.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/** Runs what is due when the test lets time pass. For one thread. */
public final class ManualTimer {
  private record Due(Duration at, Runnable task) {}

  private final Executor lane;
  private final List<Due> waiting = new ArrayList<>();
  private Duration now = Duration.ZERO;

  /**
   * @param lane runs what is due
   */
  public ManualTimer(Executor lane) {
    this.lane = lane;
  }

  /** Runs a task when so much time has passed. */
  public void after(Duration delay, Runnable task) {
    waiting.add(new Due(now.plus(delay), task));
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
    List<Due> due = waiting.stream().filter(it -> it.at().compareTo(now) <= 0).toList();
    waiting.removeAll(due);
    due.stream().sorted(Comparator.comparing(Due::at)).forEach(it -> lane.execute(it.task()));
  }
}
