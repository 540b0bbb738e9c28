package chatroom.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class ManualClock implements InstantSource {
  /** Where it begins. */
  public static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
