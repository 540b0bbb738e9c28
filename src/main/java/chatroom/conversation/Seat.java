package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.delivery.PeerAddress;
import chatroom.room.Participant;
import chatroom.room.RoomName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user's place in the chat, which stays while their connections come and go: a guest has one at a
 * time, who has an account as many as they like; for a while there may be none.
 *
 * <p>Thread safety: confined to the lane, but for {@link #who} and {@link #rate}.
 */
final class Seat {
  private final boolean returns;
  private final Typing typing;
  private final RateLimit rate;
  private volatile Participant who;

  /** In the order they were joined. */
  private final Set<OpenRoom> rooms = new LinkedHashSet<>();

  /** Up to which number each room has been read. */
  private final Map<RoomName, Long> marks;

  /** In the order they came, each with the hash of what it is known by; empty for a plain one. */
  private final Map<Client, String> lines = new LinkedHashMap<>();

  /** From where the newest connection came. */
  private Optional<PeerAddress> cameFrom = Optional.empty();

  private int timesHeld;
  private boolean held;
  private boolean vacated;
  private boolean renaming;
  private boolean registered;

  /**
   * @param returns whether the user will be known on return
   * @param marks up to which number each room has been read
   * @param typing where the user types, which is nowhere yet
   * @param rate how often the user may do something
   */
  Seat(Participant who, boolean returns, Map<RoomName, Long> marks, Typing typing, RateLimit rate) {
    this.who = who;
    this.returns = returns;
    this.marks = new HashMap<>(marks);
    this.typing = typing;
    this.rate = rate;
  }

  /** Whose it is, as they are now; safe for use by any thread. */
  Participant who() {
    return who;
  }

  /** The user has another name. */
  void renamed(Participant now) {
    who = now;
  }

  /** Whether the user will be known on return. */
  boolean returns() {
    return returns || registered;
  }

  /** How often the user may do something, by whatever connection; safe for use by any thread. */
  RateLimit rate() {
    return rate;
  }

  /** Where the user types. */
  Typing typing() {
    return typing;
  }

  /** Up to which number the user has read each room. */
  Map<RoomName, Long> marks() {
    return Map.copyOf(marks);
  }

  /** Up to which number the user has read the room; 0 if nothing is known of that. */
  long mark(RoomName room) {
    return marks.getOrDefault(room, 0L);
  }

  /** Whether it is known how far the user has read the room. */
  boolean hasMark(RoomName room) {
    return marks.containsKey(room);
  }

  /** The user has read the room up to there; a mark only grows. */
  void mark(RoomName room, long seq) {
    marks.merge(room, seq, Math::max);
  }

  /** The rooms that the user is in, in the order they were joined. */
  List<OpenRoom> rooms() {
    return List.copyOf(rooms);
  }

  /** The room that was joined last of those that the user is in. */
  Optional<OpenRoom> current() {
    return rooms.stream().reduce((before, after) -> after);
  }

  /** Whether the user is in the room. */
  boolean isIn(OpenRoom room) {
    return rooms.contains(room);
  }

  /** The user is in the room, and it is the one that was joined last. */
  void join(OpenRoom room) {
    rooms.remove(room);
    rooms.add(room);
  }

  /** The user is in the room no more. */
  void leave(OpenRoom room) {
    rooms.remove(room);
  }

  /** The present connections, in the order they came. */
  List<Client> lines() {
    return List.copyOf(lines.keySet());
  }

  /** Those but one. */
  List<Client> linesBut(Client one) {
    return lines.keySet().stream().filter(line -> line != one).toList();
  }

  /** Whether that is one of the present connections. */
  boolean isOf(Client line) {
    return lines.containsKey(line);
  }

  /** There is one connection more. */
  void connect(Client newcomer) {
    lines.put(newcomer, "");
    cameFrom = Optional.of(newcomer.address());
    held = false;
  }

  /** From now on that present connection is known by the token of that hash. */
  void knowBy(Client line, String tokenHash) {
    lines.replace(line, tokenHash);
  }

  /** The hash of the token that a connection is known by; empty if it is known by none. */
  String knownBy(Client line) {
    return lines.getOrDefault(line, "");
  }

  /** From where the newest connection came, which may be over. */
  Optional<PeerAddress> cameFrom() {
    return cameFrom;
  }

  /** There is one connection less. */
  void disconnect(Client line) {
    lines.remove(line);
  }

  /** All connections are lost, and another one may come; returns how often that has been so. */
  int hold() {
    held = true;
    return ++timesHeld;
  }

  /** Whether there is no connection, and another one may come. */
  boolean isHeld() {
    return held;
  }

  /** Whether it is held as it was then. */
  boolean isHeldSince(int time) {
    return held && timesHeld == time;
  }

  /** The user has left for good. */
  void vacate() {
    held = false;
    rooms.clear();
    vacated = true;
  }

  /** Whether the user has left for good. */
  boolean isVacated() {
    return vacated;
  }

  /** Whether the user has an account. */
  boolean isRegistered() {
    return registered;
  }

  /** The user has an account from now on, and may be here by several connections. */
  void register() {
    registered = true;
  }

  /** Whether the user's next name is being kept. */
  boolean isRenaming() {
    return renaming;
  }

  /** The user's next name is being kept, or no more. */
  void setRenaming(boolean now) {
    renaming = now;
  }

  /** Who it is, for the log. */
  @Override
  public String toString() {
    return who.name() + " (" + who.id() + ")";
  }
}
