package chatroom.conversation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Where one user is typing: it is told when that begins, and again while it goes on, once in three
 * seconds at most, and when it ends, which it does by itself after six.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Typing {
  /** From one telling that somebody types to the next, at least. */
  static final Duration PAUSE = Duration.ofSeconds(3);

  /** From the last word that somebody types to its end. */
  static final Duration LIFE = Duration.ofSeconds(6);

  /** What is known of one place. */
  private final class Spell {
    private final Consumer<Boolean> tell;
    private boolean on;
    private long saidAt;
    private long toldAt;

    private Spell(Consumer<Boolean> tell) {
      this.tell = tell;
      this.toldAt = nanoTime.getAsLong() - PAUSE.toNanos();
    }

    private void goOn() {
      saidAt = nanoTime.getAsLong();
      if (saidAt - toldAt >= PAUSE.toNanos()) {
        on = true;
        toldAt = saidAt;
        tell.accept(true);
      }
    }

    private void end() {
      if (on) {
        on = false;
        tell.accept(false);
      }
    }

    /** For how long it may not be forgotten yet. */
    private long nanosLeft() {
      long end = on ? saidAt + LIFE.toNanos() : toldAt + PAUSE.toNanos();
      return end - nanoTime.getAsLong();
    }
  }

  private final Timer timer;
  private final LongSupplier nanoTime;
  private final Map<String, Spell> spells = new HashMap<>(1);

  Typing(Timer timer, LongSupplier nanoTime) {
    this.timer = timer;
    this.nanoTime = nanoTime;
  }

  /**
   * The user types there, still or again.
   *
   * @param place what the user calls it
   * @param tell tells those who are there, whether it is so or no more
   */
  void goOn(String place, Consumer<Boolean> tell) {
    Spell spell = spells.get(place);
    if (spell == null) {
      spell = new Spell(tell);
      spells.put(place, spell);
      lookAgain(place, spell, LIFE);
    }
    spell.goOn();
  }

  private void lookAgain(String place, Spell spell, Duration delay) {
    timer.after(delay, () -> look(place, spell));
  }

  private void look(String place, Spell spell) {
    long left = spell.nanosLeft();
    if (left > 0) {
      lookAgain(place, spell, Duration.ofNanos(left));
    } else {
      spells.remove(place);
      spell.end();
    }
  }

  /** The user does not type there any more. */
  void end(String place) {
    Spell spell = spells.get(place);
    if (spell != null) {
      spell.end();
    }
  }

  /** The user types nowhere any more. */
  void end() {
    List.copyOf(spells.values()).forEach(Spell::end);
  }
}
