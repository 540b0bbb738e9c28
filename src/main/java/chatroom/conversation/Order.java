package chatroom.conversation;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What keeps order in the whole house.
 *
 * <p>Thread safety: confined to the lane, but for the lockdown.
 */
public final class Order {
  /** How many messages a user may report at once, and how long one more takes. */
  static final int REPORTS_AT_ONCE = 5;

  static final Duration REPORT_EACH = Duration.ofMinutes(1);

  /** The same for all users together. */
  static final int ALL_REPORTS_AT_ONCE = 100;

  private static final Duration ALL_REPORTS_EACH = Duration.ofSeconds(1);

  /** How often who keeps order in single rooms may do at once what is taken down. */
  static final int ENTRIES_AT_ONCE = 20;

  private static final Duration ENTRY_EACH = Duration.ofSeconds(10);

  private final Lockdown lockdown;
  private final SlowMode slowMode;
  private final Allowance reports;
  private final Allowance allReports;
  private final Allowance entries;

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public Order(Lockdown lockdown, SlowMode slowMode, LongSupplier nanoTime) {
    this.lockdown = lockdown;
    this.slowMode = slowMode;
    this.reports = new Allowance(REPORTS_AT_ONCE, REPORT_EACH, nanoTime);
    this.allReports = new Allowance(ALL_REPORTS_AT_ONCE, ALL_REPORTS_EACH, nanoTime);
    this.entries = new Allowance(ENTRIES_AT_ONCE, ENTRY_EACH, nanoTime);
  }

  /** Whether nobody new is let in. */
  Lockdown lockdown() {
    return lockdown;
  }

  /** How long members wait. */
  SlowMode slowMode() {
    return slowMode;
  }

  /** How often each user may report something. */
  Allowance reports() {
    return reports;
  }

  /** How often who keeps order in single rooms may do what is taken down. */
  Allowance entries() {
    return entries;
  }

  /** How often all of them may together, asked for user 0. */
  Allowance allReports() {
    return allReports;
  }
}
