package chatroom.checker;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client of {@code chat.v1} that does what its script says, and comes back whenever its line is
 * lost, as a client should.
 *
 * <p>Thread safety: all of it happens on a thread of its own, where its methods are carried out.
 */
final class Client implements Means {
  private static final int MOST_UNACKNOWLEDGED = 50;
  private static final int MOST_MILLIS_AWAY = 400;
  private static final int MILLIS_BETWEEN_TRIES = 100;

  /** Come back and resume, as the protocol says; and the line that broke. */
  private static final Set<Integer> TEMPORARY = Set.of(1001, TestClient.BROKEN, 1013, 4008);

  private static final int REPLACED = 4000;
  private static final int LEFT = 1000;

  private final int number;
  private final URI address;
  private final Supplier<Step> script;
  private final IntToLongFunction userIds;
  private final Random chance;
  private final ScheduledThreadPoolExecutor thread;
  private final List<Guest> guests = new ArrayList<>();
  private final Set<Talk> replaced = new HashSet<>();
  private volatile Guest guest;
  private @Nullable Talk talk;
  private long comeBackMillis = -1;
  private int said;
  private long millisPerMessage;
  private long mayTalkAt;
  private boolean calm;

  /**
   * A client that does nothing yet.
   *
   * @param userIds the user that the client of a number is now; 0 if none
   */
  Client(int number, URI address, Plan plan, IntToLongFunction userIds) {
    this.number = number;
    this.address = address;
    this.script = plan.script(number);
    this.userIds = userIds;
    this.chance = new Random(plan.seed() + number);
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread own = new Thread(work, "client-" + number);
              own.setDaemon(true);
              return own;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    this.guest = newGuest();
  }

  private Guest newGuest() {
    Guest next = new Guest(new Journal("client " + number + " guest " + guests.size()), this);
    guests.add(next);
    return next;
  }

  /** Connects, and goes through the script until {@link #calm}. */
  void start() {
    run(this::connect);
    run(this::next);
  }

  /** Goes on living, but does nothing more by itself. */
  void calm() {
    run(() -> calm = true);
  }

  /** What is not yet settled, for people; empty if nothing. */
  String unsettled() {
    return ask(
        () -> {
          String open = replaced.isEmpty() ? "" : " a replaced line is still open";
          return guest.unsettled() + open;
        });
  }

  /** Whether the server has greeted the present guest on the present line. */
  boolean isGreeted() {
    return ask(() -> guest.greeted());
  }

  /** The present guest's id, 0 if none; for any thread. */
  long userId() {
    return guest.id();
  }

  /** Up to where the present guest has seen a room, by its shared name. */
  long seenOf(String shared) {
    return ask(() -> guest.seenOf(Rooms.own(guest.id(), shared)));
  }

  /** All guests that this client has been; the last is the present one. */
  List<Guest> guests() {
    return ask(() -> List.copyOf(guests));
  }

  /** Writes down that all has to have been seen, and is gone. */
  void finish() {
    ask(
        () -> {
          guest.journal().add(new Event.Stayed());
          if (talk != null) {
            talk.line().cut();
          }
          talk = null;
          thread.shutdown();
          return true;
        });
  }

  private <T> T ask(Callable<T> question) {
    try {
      return thread.submit(question).get(1, TimeUnit.MINUTES);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("client " + number + " does not answer", e);
    }
  }

  private void run(Runnable action) {
    thread.execute(guarded(action));
  }

  private Runnable guarded(Runnable action) {
    return () -> {
      try {
        action.run();
      } catch (RuntimeException | AssertionError e) {
        guest.journal().add(new Event.Trouble("the client cannot make sense of it: " + e));
      }
    };
  }

  @Override
  public void later(long millis, Runnable action) {
    var unused = thread.schedule(guarded(action), millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void say(List<JsonObject> objects) {
    if (talk != null) {
      talk.line().say(objects);
    }
  }

  @Override
  public void comeBackAfter(long millis) {
    comeBackMillis = millis;
  }

  @Override
  public void limit(int perSecond) {
    millisPerMessage = perSecond == 0 ? 0 : 1_000 / perSecond + 1;
  }

  private void connect() {
    if (talk == null) {
      try {
        begin(new Talk());
      } catch (UncheckedIOException noServer) {
        later(MILLIS_BETWEEN_TRIES, this::connect);
      }
    }
  }

  private void begin(Talk next) {
    next.line = Line.open(address, next);
    talk = next;
    guest.lineLost();
    next.line().say(List.of(guest.hello(number % 2 == 1)));
  }

  private void ended(Talk which, int code) {
    if (which == talk) {
      talk = null;
      guest.lineLost();
      guest.journal().add(new Event.Closed(code));
      expect(TEMPORARY.contains(code), code);
      long asked = comeBackMillis < 0 ? MOST_MILLIS_AWAY : comeBackMillis;
      comeBackMillis = -1;
      later(chance.nextInt((int) Math.min(asked, MOST_MILLIS_AWAY) + 1), this::connect);
    } else if (replaced.remove(which)) {
      expect(code == REPLACED || TEMPORARY.contains(code), code);
    } else {
      expect(code == LEFT || TEMPORARY.contains(code), code);
    }
  }

  private void expect(boolean expected, int code) {
    if (!expected) {
      guest.journal().add(new Event.Trouble("was closed with " + code));
    }
  }

  private void next() {
    Step step = script.get();
    later(
        step.afterMillis(),
        () -> {
          if (!calm) {
            perform(step);
            next();
          }
        });
  }

  private void perform(Step step) {
    int amount = step.amount();
    switch (step.deed()) {
      case SAY -> sayAll(1, amount);
      case BURST -> sayAll(amount, 40);
      case WHISPER -> whisper(userIds.applyAsLong(amount));
      case RESEND -> guest.repeat();
      default -> {
        if (talk != null && guest.greeted()) {
          guest.journal().add(new Event.Did(step.deed()));
          disturb(talk, step);
        }
      }
    }
  }

  private void disturb(Talk present, Step step) {
    switch (step.deed()) {
      case CUT -> present.line().cut();
      case FREEZE -> freeze(present, step.amount(), () -> present.line().thaw());
      case FREEZE_AND_CUT -> freeze(present, step.amount(), () -> present.line().cut());
      case TAKE_OVER -> takeOver(present);
      case LEAVE -> leave(present);
      default -> throw new IllegalArgumentException(step.toString());
    }
  }

  private void freeze(Talk present, int millis, Runnable afterwards) {
    present.line().freeze();
    later(millis, afterwards);
  }

  private void takeOver(Talk present) {
    try {
      begin(new Talk());
      replaced.add(present);
    } catch (UncheckedIOException noServer) {
      // The old line will be found to be lost, too.
    }
  }

  private void leave(Talk present) {
    talk = null;
    present.line().leave();
    guest.lineLost();
    guest = newGuest();
    later(chance.nextInt(MOST_MILLIS_AWAY), this::connect);
  }

  private boolean mayTalk(int messages) {
    long now = System.nanoTime() / 1_000_000;
    boolean may = now >= mayTalkAt && guest.waiting() + messages <= MOST_UNACKNOWLEDGED;
    if (may) {
      mayTalkAt = now + messages * millisPerMessage;
    }
    return may;
  }

  private void sayAll(int messages, int length) {
    if (mayTalk(messages)) {
      List<Saying> all = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        all.add(saying(Rooms.GENERAL, 0, length));
      }
      guest.say(all);
    }
  }

  private void whisper(long to) {
    if (to != 0 && guest.id() != 0 && mayTalk(1)) {
      guest.say(List.of(saying(Rooms.between(guest.id(), to), to, 20)));
    }
  }

  private Saying saying(String room, long toId, int length) {
    String ref = "c" + number + "-" + ++said;
    return new Saying(ref, room, toId, Texts.of(ref, length));
  }

  /** What comes over one of the lines, brought to the client's thread. */
  private final class Talk implements Line.Ear {
    private @Nullable Line line;

    Line line() {
      return Objects.requireNonNull(line);
    }

    @Override
    public void heard(String object) {
      run(
          () -> {
            if (talk == this) {
              guest.heard(TestClient.parse(object));
            }
          });
    }

    @Override
    public void ended(int code) {
      run(() -> Client.this.ended(this, code));
    }
  }
}
