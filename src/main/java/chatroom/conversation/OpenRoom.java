package chatroom.conversation;

import chatroom.delivery.Audience;
import chatroom.delivery.Broadcaster;
import chatroom.delivery.Client;
import chatroom.room.Draft;
import chatroom.room.Lane;
import chatroom.room.MessageLog;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Room;
import chatroom.room.RoomName;
import chatroom.room.Timeline;
import chatroom.room.Unavailable;
import chatroom.wire.RoomMessage.RoomLeft;
import chatroom.wire.ServerMessage;
import chatroom.wire.Signal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A room with those who hear of it here: who is in it hears of all that happens there, from the
 * moment of coming in and by all their connections.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class OpenRoom {
  private static final long NOBODY = 0;

  private final Room room;
  private final Broadcaster clients;
  private final InstantSource clock;
  private final int rosterLimit;
  private Instant usedAt;

  /**
   * @param lane orders all that happens
   * @param lastSeq the number of its newest message; 0 if there is none
   * @param clients who hears of it here
   * @param clock dates what is not stored
   * @param rosterLimit how many a list of its members shows
   */
  public OpenRoom(
      RoomName name,
      Lane lane,
      MessageLog log,
      long lastSeq,
      Timeline timeline,
      Broadcaster clients,
      Timer timer,
      InstantSource clock,
      int rosterLimit) {
    this.clients = clients;
    this.clock = clock;
    this.rosterLimit = rosterLimit;
    this.usedAt = clock.instant();
    Crowd crowd =
        new Crowd(name, clients, timer, clock, rosterLimit, () -> roster(NOBODY).toldInFull());
    this.room = new Room(name, lane, log, lastSeq, timeline, crowd);
  }

  /** What it is called. */
  RoomName name() {
    return room.name();
  }

  /** How many are in it. */
  int size() {
    return room.size();
  }

  /** Whether somebody is in it, with a connection or held. */
  boolean has(long userId) {
    return room.has(userId);
  }

  /** The number of its newest message; 0 before the first. */
  long lastSeq() {
    return room.lastSeq();
  }

  /** Somebody has to do with it now. */
  void use() {
    usedAt = clock.instant();
  }

  /** Whether nothing was ever said in it, nobody is in it, and nobody has used it since then. */
  boolean isUnusedSince(Instant then) {
    return room.lastSeq() == 0 && room.size() == 0 && !usedAt.isAfter(then);
  }

  /**
   * Who is in it now; cut if they are too many.
   *
   * @param included is shown in any case, if in the room
   */
  Roster roster(long included) {
    return new Roster(
        name().value(),
        clock.instant().getEpochSecond(),
        room.size(),
        room.members(rosterLimit, included));
  }

  /**
   * Lets somebody in, and tells the others.
   *
   * @param lines their connections
   * @param entered runs before the others are told; nothing is missed from there on
   */
  void enter(Participant who, List<Client> lines, Runnable entered) {
    room.enter(
        who,
        () -> {
          lines.forEach(line -> connect(who.id(), line));
          entered.run();
        });
  }

  /** Lets somebody out, and tells the others. */
  void leave(long userId, List<Client> lines) {
    lines.forEach(this::disconnect);
    room.leave(userId);
    use();
  }

  /** Lets somebody out who may not be there any more, and tells them, too. */
  void expel(Seat seat, long now) {
    seat.typing().end(name().value());
    seat.leave(this);
    RoomLeft told = new RoomLeft(now, name().value(), null);
    seat.lines().forEach(line -> line.send(told));
    leave(seat.who().id(), seat.lines());
  }

  /** A member is here by that connection, too. */
  void connect(long userId, Client client) {
    clients.subscribe(userId, client);
  }

  /** A member is not here by that connection any more. */
  void disconnect(Client client) {
    clients.unsubscribe(client);
  }

  /** Tells the others of a member's new name. */
  void rename(Participant who, Nickname oldName) {
    room.rename(who, oldName);
  }

  /** A member has another role. */
  void replace(Participant who) {
    room.replace(who);
  }

  /** Tells all who are in it, but for some. */
  void tell(ServerMessage message, Set<Long> except) {
    clients.publish(message, except, Audience.EVERYONE);
  }

  /**
   * Tells all who are in it.
   *
   * @param exceptUserId whom it is not told
   */
  void tell(ServerMessage message, long exceptUserId) {
    clients.publish(message, exceptUserId, Audience.EVERYONE);
  }

  /**
   * Tells the others that a member types, or no more.
   *
   * @param ignorers who is not told either
   */
  void tellTyping(Participant who, boolean typing, Set<Long> ignorers) {
    Signal told = Signal.Typing.of(who, typing, name().value(), clock.instant().getEpochSecond());
    Set<Long> except = new HashSet<>(ignorers);
    except.add(who.id());
    clients.publish(told, Set.copyOf(except), Audience.EVERYONE);
  }

  /**
   * Stores a message, then tells the others; or a change, then tells all.
   *
   * @param receipt told when it is stored, before anybody sees it
   * @throws Unavailable if the others are so far behind that it would wait for long; it is not
   *     stored then
   */
  void post(Draft draft, MessageLog.Receipt receipt) throws Unavailable {
    if (clients.isBehind()) {
      throw new Unavailable();
    }
    room.post(draft, receipt);
  }
}
