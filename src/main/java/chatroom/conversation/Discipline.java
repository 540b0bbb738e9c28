package chatroom.conversation;

import chatroom.delivery.PeerAddress;
import chatroom.room.Code;
import chatroom.room.Guests.Receipt;
import chatroom.room.Lane;
import chatroom.room.Rejection;
import chatroom.room.Restraint;
import chatroom.room.Restraint.Kind;
import chatroom.room.Restraints;
import chatroom.room.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Who is banned, who is muted, and who was kicked just now. It is kept first, and is so then; by
 * the clock it ends.
 *
 * <p>Thread safety: confined to the lane, but for {@link #isBanned}, {@link #isBannedFrom} and
 * {@link #isMuted}.
 */
public final class Discipline {
  /** For how long who was kicked is kept out; it does not outlive the application. */
  static final Duration KICK = Duration.ofSeconds(30);

  /** How many may be banned, and how many may be muted. */
  static final int CAPACITY = 10_000;

  private final Restraints restraints;
  private final Lane lane;
  private final InstantSource clock;
  private final Map<Kind, Map<Long, Restraint>> byKind =
      Map.of(Kind.BAN, new ConcurrentHashMap<>(), Kind.MUTE, new ConcurrentHashMap<>());
  private final BannedPlaces places = new BannedPlaces();

  /** Until when each is kept out. */
  private final Map<Long, Instant> kicked = new HashMap<>();

  /**
   * @param restraints where it is kept
   * @param kept what is kept there
   */
  public Discipline(Restraints restraints, List<Restraint> kept, Lane lane, InstantSource clock) {
    this.restraints = restraints;
    this.lane = lane;
    this.clock = clock;
    kept.forEach(it -> of(it.kind()).put(it.userId(), it));
    places.replace(of(Kind.BAN).values());
  }

  private Map<Long, Restraint> of(Kind kind) {
    return byKind.getOrDefault(kind, Map.of());
  }

  /** What a user is under at this moment. */
  Optional<Restraint> of(Kind kind, long userId) {
    return Optional.ofNullable(of(kind).get(userId)).filter(it -> it.holdsAt(clock.instant()));
  }

  /** All that hold at this moment. */
  List<Restraint> all() {
    Instant now = clock.instant();
    return byKind.values().stream()
        .flatMap(all -> all.values().stream())
        .filter(it -> it.holdsAt(now))
        .toList();
  }

  /** Whether a user may not be here; safe for use by any thread. */
  public boolean isBanned(long userId) {
    return of(Kind.BAN, userId).isPresent();
  }

  /** Whether nobody may come from there as a guest; safe for use by any thread. */
  public boolean isBannedFrom(PeerAddress place) {
    return places.around(place, clock.instant()).isPresent();
  }

  /** Whether a user may say nothing; safe for use by any thread. */
  boolean isMuted(long userId) {
    return of(Kind.MUTE, userId).isPresent();
  }

  /**
   * Lets pass a user who may be here.
   *
   * @throws Rejection {@link Code#BANNED} if the user is banned, or was kicked just now
   */
  void requireWelcome(long userId) throws Rejection {
    Instant now = clock.instant();
    Optional<Restraint> ban = of(Kind.BAN, userId);
    if (ban.isPresent()) {
      throw refusal(Code.BANNED, ban.get(), now);
    }
    Instant end = kicked.getOrDefault(userId, now);
    if (end.isAfter(now)) {
      throw Rejection.retryAfter(Code.BANNED, "Kicked just now", Duration.between(now, end));
    }
  }

  /**
   * Lets pass who comes as a guest from a place that is not banned.
   *
   * @throws Rejection {@link Code#BANNED}
   */
  void requireWelcome(PeerAddress from) throws Rejection {
    Instant now = clock.instant();
    Optional<Restraint> ban = places.around(from, now);
    if (ban.isPresent()) {
      throw refusal(Code.BANNED, ban.get(), now);
    }
  }

  /**
   * Lets pass who may say something.
   *
   * @throws Rejection {@link Code#MUTED}
   */
  void requireVoice(long userId) throws Rejection {
    Optional<Restraint> mute = of(Kind.MUTE, userId);
    if (mute.isPresent()) {
      throw refusal(Code.MUTED, mute.get(), clock.instant());
    }
  }

  private static Rejection refusal(Code code, Restraint why, Instant now) {
    String text = why.reason().isEmpty() ? code.message() : code.message() + ": " + why.reason();
    return why.until()
        .map(end -> Rejection.retryAfter(code, text, Duration.between(now, end)))
        .orElseGet(() -> new Rejection(code, text));
  }

  /** Keeps out for a while who was kicked. */
  void keepOut(long userId) {
    Instant now = clock.instant();
    kicked.values().removeIf(end -> !end.isAfter(now));
    kicked.put(userId, now.plus(KICK));
  }

  /**
   * Lets pass one restraint more.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED} if there are too many
   */
  void requirePlace(Kind kind, long userId) throws Rejection {
    Instant now = clock.instant();
    of(kind).values().removeIf(it -> !it.holdsAt(now));
    if (of(kind).size() >= CAPACITY && !of(kind).containsKey(userId)) {
      throw new Rejection(Code.NOT_ALLOWED, "Too many are already: " + CAPACITY);
    }
  }

  /**
   * Puts a user under a restraint.
   *
   * @param imposed runs when it is so, on the lane
   * @param refused runs instead if it cannot be kept
   */
  void impose(Restraint restraint, Runnable imposed, Runnable refused) {
    change(
        (kept, receipt) -> kept.impose(restraint, receipt),
        () -> {
          of(restraint.kind()).put(restraint.userId(), restraint);
          places.replace(of(Kind.BAN).values());
          imposed.run();
        },
        refused);
  }

  /**
   * Lets a user go.
   *
   * @param lifted runs when it is so, on the lane
   * @param refused runs instead if it cannot be kept
   */
  void lift(Kind kind, long userId, Runnable lifted, Runnable refused) {
    change(
        (kept, receipt) -> kept.lift(kind, userId, receipt),
        () -> {
          of(kind).remove(userId);
          places.replace(of(Kind.BAN).values());
          lifted.run();
        },
        refused);
  }

  private void change(BiConsumer<Restraints, Receipt> change, Runnable kept, Runnable refused) {
    change.accept(restraints, onLane(lane, kept, refused));
  }

  /** A receipt that is told on the lane. */
  static Receipt onLane(Lane lane, Runnable kept, Runnable refused) {
    return new Receipt() {
      @Override
      public void kept() {
        lane.execute(kept);
      }

      @Override
      public void refused(Unavailable why) {
        lane.execute(refused);
      }
    };
  }
}
