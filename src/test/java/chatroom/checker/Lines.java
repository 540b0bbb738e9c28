package chatroom.checker;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one client, of which one is in use: when it is lost the next is opened, as a client
 * should.
 *
 * <p>Thread safety: for the client's strand.
 */
final class Lines {
  private static final int MOST_MILLIS_AWAY = 400;
  private static final int MILLIS_BETWEEN_TRIES = 100;

  /** Come back and resume, as the protocol says; and the line that broke. */
  private static final Set<Integer> TEMPORARY = Set.of(1001, TestClient.BROKEN, 1013, 4008);

  private static final int REPLACED = 4000;
  private static final int LEFT = 1000;

  private final URI address;
  private final boolean binary;
  private final boolean narrow;
  private final Strand strand;
  private final Random chance;
  private final Supplier<Guest> guest;
  private final Set<Talk> replaced = new HashSet<>();
  private @Nullable Talk present;
  private long comeBackMillis = MOST_MILLIS_AWAY;
  private long awayMillis;

  /**
   * No line yet.
   *
   * @param number decides whether the server is asked for binary frames, and how soon the line is
   *     full when it is not read
   * @param guest who speaks on the present line
   */
  Lines(URI address, int number, Strand strand, Random chance, Supplier<Guest> guest) {
    this.address = address;
    this.binary = number % 2 == 1;
    this.narrow = number % 3 == 0;
    this.strand = strand;
    this.chance = chance;
    this.guest = guest;
  }

  /** Says objects in one frame on the present line, if there is one. */
  void say(List<JsonObject> objects) {
    if (present != null) {
      present.line().say(objects);
    }
  }

  /** The server asked to be left alone for so long; waited for no longer than the plan has time. */
  void comeBackAfter(long millis) {
    comeBackMillis = Math.min(millis, MOST_MILLIS_AWAY);
  }

  /** Whether a line that was replaced is still not closed by the server. */
  boolean oneTooMany() {
    return !replaced.isEmpty();
  }

  /** Opens a line, again and again until there is one. */
  void connect() {
    if (present == null) {
      try {
        begin(new Talk());
      } catch (UncheckedIOException noServer) {
        strand.later(MILLIS_BETWEEN_TRIES, this::connect);
      }
    }
  }

  private void begin(Talk next) {
    next.line = Line.open(address, narrow, next);
    present = next;
    guest.get().lineLost();
    guest.get().reads(true);
    next.line().say(List.of(guest.get().hello(binary)));
  }

  private void ended(Talk which, int code) {
    if (which == present) {
      present = null;
      guest.get().lineLost();
      guest.get().journal().add(new Event.Closed(code));
      expect(TEMPORARY.contains(code), code);
      comeBack();
    } else if (replaced.remove(which)) {
      expect(code == REPLACED || TEMPORARY.contains(code), code);
    } else {
      expect(code == LEFT || TEMPORARY.contains(code), code);
    }
  }

  private void comeBack() {
    strand.later(awayMillis + chance.nextInt((int) comeBackMillis + 1), this::connect);
    comeBackMillis = MOST_MILLIS_AWAY;
    awayMillis = 0;
  }

  private void expect(boolean expected, int code) {
    if (!expected) {
      guest.get().journal().add(new Event.Trouble("was closed with " + code));
    }
  }

  void cut() {
    if (present != null) {
      present.line().cut();
    }
  }

  /** Loses the line, and comes back after that time. */
  void stayAway(int millis) {
    comeBackMillis = 0;
    awayMillis = millis;
    cut();
  }

  /** Reads nothing for so long, and then goes on, or is cut off. */
  void freeze(int millis, boolean thenCut) {
    if (present != null) {
      Talk frozen = present;
      frozen.line().freeze();
      guest.get().reads(false);
      strand.later(millis, () -> thaw(frozen, thenCut));
    }
  }

  private void thaw(Talk frozen, boolean cut) {
    if (cut) {
      frozen.line().cut();
    } else {
      frozen.line().thaw();
    }
    if (frozen == present) {
      guest.get().reads(true);
    }
  }

  /** Opens a second line for the same guest, by which the server has to close the first. */
  void takeOver() {
    Talk first = present;
    if (first != null) {
      try {
        begin(new Talk());
        replaced.add(first);
      } catch (UncheckedIOException noServer) {
        // The first line will be found to be lost, too.
      }
    }
  }

  /** Ends the present line for good; the next one is somebody else's. */
  void leave() {
    if (present != null) {
      Line last = present.line();
      present = null;
      guest.get().lineLost();
      last.leave();
      comeBack();
    }
  }

  /** What comes over one of the lines, brought to the strand. */
  private final class Talk implements Line.Ear {
    private @Nullable Line line;

    Line line() {
      return Objects.requireNonNull(line);
    }

    @Override
    public void heard(String object) {
      strand.run(
          () -> {
            if (present == this) {
              guest.get().heard(TestClient.parse(object));
            }
          });
    }

    @Override
    public void ended(int code) {
      strand.run(() -> Lines.this.ended(this, code));
    }
  }
}
