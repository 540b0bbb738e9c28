package chatroom.bench;

/**
 * Finds how many messages under way a server needs to reach its best: twice as many in each step,
 * until two steps running have not raised the throughput by 3 %.
 *
 * <p>Thread safety: for one thread.
 */
final class WindowDoubling {
  private static final double RISE = 1.03;
  private static final int FLAT_STEPS = 2;

  private final int most;
  private int window;
  private double best;
  private int flat;

  /**
   * @param least the first window
   * @param most the largest
   */
  WindowDoubling(int least, int most) {
    this.window = least;
    this.most = most;
  }

  /** How many are to be under way in this step. */
  int window() {
    return window;
  }

  /** Whether there is a step to do. */
  boolean goesOn() {
    return window <= most && flat < FLAT_STEPS;
  }

  /** Ends a step; says whether it was the best so far. */
  boolean reached(double throughput) {
    flat = throughput > best * RISE ? 0 : flat + 1;
    window *= 2;
    if (throughput > best) {
      best = throughput;
      return true;
    }
    return false;
  }
}
