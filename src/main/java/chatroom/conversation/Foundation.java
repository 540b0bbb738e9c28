package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.Topic;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.RoomChange.RoomCreated;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes rooms: who makes one owns it, and is in it at once, by whichever connection they have when
 * it is kept.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Foundation {
  private static final Logger log = LoggerFactory.getLogger(Foundation.class);

  private final Chat chat;
  private final Seat seat;
  private final Visits visits;
  private final RoomActs acts;

  Foundation(Chat chat, Seat seat, Visits visits, RoomActs acts) {
    this.chat = chat;
    this.seat = seat;
    this.visits = visits;
    this.acts = acts;
  }

  /** Makes a room. */
  void make(CreateRoom wanted, Turn turn) throws Rejection {
    OpenRooms rooms = chat.rooms();
    chat.order().lockdown().requireOff();
    rooms.rights().requireMayMake(seat.who().id());
    visits.requirePlace();
    RoomCharter charter = charter(wanted);
    acts.keep(
        (charters, receipt) -> charters.add(charter, receipt),
        wanted.ref(),
        turn,
        () -> made(rooms.open(charter), charter, wanted.ref()),
        () -> rooms.free(charter.name()));
  }

  /** The last that can be refused is the name, which nobody else can have from here on. */
  private RoomCharter charter(CreateRoom wanted) throws Rejection {
    String topic = Topic.parse(orEmpty(wanted.topic()));
    RoomName name = chat.rooms().claim(orEmpty(wanted.room()));
    return new RoomCharter(
        name,
        topic,
        Boolean.TRUE.equals(wanted.byInvitation()),
        Boolean.TRUE.equals(wanted.announcement()),
        false,
        seat.who().id());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void made(OpenRoom room, RoomCharter charter, @Nullable String ref) {
    log.info("{} made a room", seat);
    acts.listed(charter);
    acts.answer(mark -> RoomCreated.of(charter, mark, chat.now()), ref);
    seat.lines().stream().findFirst().ifPresent(line -> visits.by(line).welcome(room, null));
  }
}
