package chatroom.checker;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/**
 * A client of {@code chat.v1} that does what its script says.
 *
 * <p>Thread safety: any thread; all of it happens on a strand of its own.
 */
final class Client implements Means {
  private static final int MOST_UNACKNOWLEDGED = 50;
  private static final int SHORT = 40;
  private static final List<String> EMOJI = List.of("👍", "❤️", "👩‍👩‍👧", "🇨🇭");

  private final int number;
  private final Supplier<Step> script;
  private final IntToLongFunction userIds;
  private final Strand strand;
  private final Lines lines;
  private final List<Guest> guests = new CopyOnWriteArrayList<>();
  private volatile Guest guest;
  private int said;
  private long nanosPerMessage;
  private long mayTalkAt = System.nanoTime();
  private boolean calm;

  /**
   * A client that does nothing yet.
   *
   * @param userIds the user that the client of a number is now; 0 if none
   */
  Client(int number, URI address, Plan plan, IntToLongFunction userIds) {
    this.number = number;
    this.script = plan.script(number);
    this.userIds = userIds;
    this.guest = newGuest();
    this.strand = new Strand("client-" + number, this::failed);
    Random chance = new Random(plan.seed() + number);
    this.lines = new Lines(address, number, strand, chance, () -> guest);
  }

  private Guest newGuest() {
    Guest next = new Guest(new Journal("client " + number + " guest " + guests.size()), this);
    guests.add(next);
    return next;
  }

  private void failed(Throwable why) {
    guest.journal().add(new Event.Trouble("the client cannot make sense of it: " + why));
  }

  /** Connects, and goes through the script until {@link #calm}. */
  void start() {
    strand.run(lines::connect);
    strand.run(this::next);
  }

  /** Goes on living, but does nothing more by itself. */
  void calm() {
    strand.run(() -> calm = true);
  }

  /** What is not yet settled, for people; empty if nothing. */
  String unsettled() {
    return strand.ask(
        () -> guest.unsettled() + (lines.oneTooMany() ? " a replaced line is still open" : ""));
  }

  /** Whether the server has greeted the present guest on the present line. */
  boolean isGreeted() {
    return strand.ask(() -> guest.greeted());
  }

  /** The present guest's id; 0 if none. */
  long userId() {
    return guest.id();
  }

  /** Up to where the present guest has seen a room, by its shared name. */
  long seenOf(String shared) {
    return strand.ask(() -> guest.seenOf(Rooms.own(guest.id(), shared)));
  }

  /** All guests that this client has been; the last is the present one. */
  List<Guest> guests() {
    return List.copyOf(guests);
  }

  /** Writes down that all has to have been seen, and is gone. */
  void finish() {
    guest.journal().add(new Event.Stayed());
    strand.run(lines::cut);
    strand.ask(() -> true);
    strand.end();
  }

  @Override
  public void later(long millis, Runnable action) {
    strand.later(millis, action);
  }

  @Override
  public void say(List<JsonObject> objects) {
    lines.say(objects);
  }

  @Override
  public void comeBackAfter(long millis) {
    lines.comeBackAfter(millis);
  }

  @Override
  public void limit(int perSecond) {
    nanosPerMessage = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
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
      case BURST -> sayAll(amount, SHORT);
      case WHISPER -> whisper(userIds.applyAsLong(amount));
      case EDIT ->
          guest
              .own(amount)
              .ifPresent(it -> change(ref -> Saying.edit(ref, it, Texts.of(ref, SHORT))));
      case DELETE -> guest.own(amount).ifPresent(it -> change(ref -> Saying.delete(ref, it)));
      case REACT ->
          guest
              .shown(amount)
              .ifPresent(it -> change(ref -> Saying.react(ref, it, emoji(amount), amount % 3 > 0)));
      case RESEND -> repeat();
      default -> {
        if (guest.greeted()) {
          guest.journal().add(new Event.Did(step.deed()));
          disturb(step.deed(), amount);
        }
      }
    }
  }

  private void disturb(Deed deed, int amount) {
    switch (deed) {
      case FREEZE -> lines.freeze(amount, false);
      case FREEZE_AND_CUT -> lines.freeze(amount, true);
      case STAY_AWAY -> lines.stayAway(amount);
      case TAKE_OVER -> lines.takeOver();
      case LEAVE -> {
        lines.leave();
        guest = newGuest();
      }
      default -> lines.cut();
    }
  }

  /** Whether so many messages are within the server's limits, which they then are charged to. */
  private boolean mayTalk(int messages) {
    long now = System.nanoTime();
    boolean may = now - mayTalkAt >= 0 && guest.waiting() + messages <= MOST_UNACKNOWLEDGED;
    if (may) {
      mayTalkAt = now + messages * nanosPerMessage;
    }
    return may;
  }

  private void repeat() {
    if (mayTalk(1)) {
      guest.repeat();
    }
  }

  private void sayAll(int messages, int length) {
    if (mayTalk(messages)) {
      List<Saying> all = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        String ref = nextRef();
        all.add(Saying.toAll(ref, Texts.of(ref, length)));
      }
      guest.say(all);
    }
  }

  private void whisper(long to) {
    long self = guest.id();
    if (to != 0 && self != 0 && mayTalk(1)) {
      String ref = nextRef();
      guest.say(List.of(Saying.toOne(ref, Rooms.between(self, to), to, Texts.of(ref, SHORT))));
    }
  }

  private void change(Function<String, Saying> change) {
    if (mayTalk(1)) {
      guest.say(List.of(change.apply(nextRef())));
    }
  }

  private static String emoji(int number) {
    return EMOJI.get(number % EMOJI.size());
  }

  private String nextRef() {
    return "c" + number + "-" + ++said;
  }
}
