package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.delivery.Client;
import chatroom.room.Nicknames;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Restraint.Kind;
import chatroom.room.RoomName;
import chatroom.wire.HouseMessage;
import chatroom.wire.ModerationMessage.Muted;
import chatroom.wire.SessionMessage;
import chatroom.wire.SessionMessage.AuthSuccess;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Welcome;
import chatroom.wire.Signal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first things that a client is told: who they are, then how the rooms are.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Greeting {
  private static final String TEXT = "Welcome to the chat room!";
  private static final Map<String, Long> WHERE_EVERYONE_BEGINS =
      Map.of(RoomName.GENERAL.value(), 0L);

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Snapshots snapshots;
  private final RoomNames names;
  private final Visits visits;
  private final boolean vouched;

  /**
   * @param vouched whether it is by the word of the container or a proxy that it is that user
   */
  Greeting(
      Chat chat,
      Client client,
      Seat seat,
      Snapshots snapshots,
      RoomNames names,
      Visits visits,
      boolean vouched) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.snapshots = snapshots;
    this.names = names;
    this.visits = visits;
    this.vouched = vouched;
  }

  /** Greets a plain client. */
  void plain() {
    Participant who = seat.who();
    client.send(
        new Welcome(
            chat.now(),
            new Welcome.Greeting(
                who.id(),
                who.name().text(),
                TEXT,
                Figures.brief(chat),
                null,
                null,
                null,
                null,
                null,
                null)));
    OpenRoom room = chat.rooms().general();
    visits.enter(
        room,
        () -> {
          snapshots.users(room);
          snapshots.greeting(room.name());
        });
  }

  /**
   * Greets a client of {@code chat.v1}.
   *
   * @param token what the user is known by on return
   * @param resumed whether the user was known
   * @param rooms the last number that the client has seen in each room; null if it said none. It
   *     joins those that it is not in; of those that it is in and does not name it has seen nothing
   */
  void say(Optional<ResumeToken> token, boolean resumed, @Nullable Map<String, Long> rooms) {
    welcome(token, resumed);
    Map<String, Long> seen = rooms == null ? WHERE_EVERYONE_BEGINS : rooms;
    boolean inNoRoom = seat.rooms().isEmpty();
    Set<String> named = known(seen.keySet());
    chat.rooms().named(named).forEach(room -> open(resumed, room, seen.get(room.name().value())));
    if (inNoRoom && seat.isIn(chat.rooms().general())) {
      seat.join(chat.rooms().general());
    }
    seen.forEach(
        (name, seq) -> {
          if (!named.contains(name)) {
            other(resumed, name, seq);
          }
        });
    if (resumed) {
      snapshots.missedPrivately(seen.keySet());
    }
    new ModeratorsRoom(chat).bring(seat);
  }

  /**
   * Tells a guest who they are from now on, and how the rooms are: their own, and those that the
   * guest was in.
   *
   * @param token what the user is known by on return; empty for one who will not return
   */
  void signedIn(Optional<ResumeToken> token, List<OpenRoom> guests, @Nullable String ref) {
    success(token, ref);
    tellOfMute();
    Set<OpenRoom> rooms = new LinkedHashSet<>(seat.rooms());
    guests.stream()
        .filter(room -> chat.rooms().isKnown(room.name().value(), seat.who().id()))
        .forEach(rooms::add);
    rooms.forEach(room -> open(false, room, null));
    new ModeratorsRoom(chat).bring(seat);
  }

  /** Tells who they are. */
  void success(Optional<ResumeToken> token, @Nullable String ref) {
    Participant who = seat.who();
    client.send(
        new AuthSuccess(
            chat.now(), ref, AuthSuccess.User.of(who, token.map(ResumeToken::text).orElse(null))));
  }

  /** The rooms that the user is in, and those of these names that the user might join. */
  private Set<String> known(Set<String> said) {
    Set<String> known = new HashSet<>();
    seat.rooms().forEach(room -> known.add(room.name().value()));
    long userId = seat.who().id();
    said.stream().filter(name -> chat.rooms().isKnown(name, userId)).forEach(known::add);
    return known;
  }

  private void welcome(Optional<ResumeToken> token, boolean resumed) {
    Participant who = seat.who();
    Limits limits = chat.limits();
    client.send(
        new Welcome(
            chat.now(),
            new Welcome.Greeting(
                who.id(),
                who.name().text(),
                TEXT,
                Figures.brief(chat),
                token.map(ResumeToken::text).orElse(null),
                resumed,
                seat.isRegistered() ? SessionMessage.roleOf(who) : null,
                vouched ? true : null,
                new Welcome.Limits(
                    limits.messageBytes(),
                    Nicknames.MAX_LENGTH,
                    limits.actsPerSecond(),
                    limits.editWindow().isZero() ? null : limits.editWindow().toSeconds()),
                new Welcome.Features(
                    chat.persistent(),
                    limits.uploadBytes() == 0 ? null : limits.uploadBytes(),
                    chat.signIns().registration()))));
    Set<Long> ignored = chat.seats().ignoreLists().of(who.id());
    if (!ignored.isEmpty()) {
      client.send(Signal.Ignored.of(ignored, null, chat.now()));
    }
    if (chat.order().lockdown().isOn()) {
      client.send(HouseMessage.Lockdown.of(true, null, chat.now()));
    }
    tellOfMute();
  }

  /** What was told when it began is not known to who comes later, or again. */
  private void tellOfMute() {
    chat.oversight()
        .discipline()
        .of(Kind.MUTE, seat.who().id())
        .ifPresent(mute -> client.send(Muted.of(mute, chat.now())));
  }

  /** Who was in the room already has not joined it now: another one may be the newest. */
  private void open(boolean resumed, OpenRoom room, @Nullable Long seen) {
    Runnable told =
        () -> {
          snapshots.users(room);
          history(resumed, room.name(), room.name().value(), seen == null ? 0 : seen);
        };
    if (seat.isIn(room)) {
      told.run();
      return;
    }
    try {
      chat.rooms().rights().requireFewerJoined(seat.rooms().size());
      visits.enter(room, told);
    } catch (Rejection e) {
      refuse(e);
    }
  }

  private void other(boolean resumed, String name, long seq) {
    try {
      history(resumed, names.readable(name), name, seq);
    } catch (Rejection e) {
      refuse(e);
    }
  }

  private void refuse(Rejection rejection) {
    client.send(Failure.of(rejection, chat.now()));
  }

  private void history(boolean resumed, RoomName room, String name, long seq) {
    if (resumed || seq > 0) {
      snapshots.missed(room, name, seq);
    } else {
      snapshots.newest(room, name);
    }
  }
}
