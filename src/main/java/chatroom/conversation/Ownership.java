package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.room.Act;
import chatroom.room.Charters;
import chatroom.room.Code;
import chatroom.room.Guests.Receipt;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.Topic;
import chatroom.wire.ClientMessage.ArchiveRoom;
import chatroom.wire.ClientMessage.SetTopic;
import chatroom.wire.RoomChange.RoomArchived;
import chatroom.wire.RoomChange.RoomTopic;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a room does to it, and who keeps order there; of a room of the settings,
 * whoever is in it says what it is about.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Ownership {
  private final Chat chat;
  private final Seat seat;
  private final RoomNames names;
  private final RoomActs acts;

  Ownership(Chat chat, Seat seat, RoomNames names, RoomActs acts) {
    this.chat = chat;
    this.seat = seat;
    this.names = names;
    this.acts = acts;
  }

  /** Says what a room is about. */
  void setTopic(SetTopic wanted, Turn turn) throws Rejection {
    OpenRoom room = names.open(wanted.room());
    RoomCharter charter = rights().charter(room.name());
    if (charter.isOfSettings()) {
      names.own(wanted.room());
    } else {
      rights().requireOrder(seat.who(), room.name());
    }
    if (charter.archived()) {
      throw new Rejection(Code.NOT_ALLOWED, "The room is archived");
    }
    String topic = Topic.parse(said(wanted.topic()));
    Participant who = seat.who();
    Runnable kept =
        () -> {
          rights().replace(rights().charter(room.name()).withTopic(topic));
          if (!topic.equals(charter.topic())) {
            acts.listed(charter);
          }
          acts.tell(
              room,
              ref -> RoomTopic.of(who, room.name().value(), topic, ref, chat.now()),
              wanted.ref());
        };
    BiConsumer<Charters, Receipt> change =
        (charters, receipt) -> charters.setTopic(room.name(), topic, receipt);
    if (charter.isOfSettings()) {
      acts.keep(change, wanted.ref(), turn, kept, () -> {});
    } else {
      Act act = Act.by(who, "set_topic").in(room.name()).saying(topic);
      acts.keepAuditedUnlessOwner(charter, act, change, wanted.ref(), turn, kept);
    }
  }

  /** Archives a room, or brings it back. */
  void archive(ArchiveRoom wanted, Turn turn) throws Rejection {
    OpenRoom room = names.open(wanted.room());
    RoomName name = room.name();
    RoomCharter charter = rights().charter(name);
    boolean archived = said(wanted.archived());
    requireOwner(charter, seat.who());
    if (charter.archived() && !archived && !charter.isOfSettings()) {
      rights().requireFewerOwned(charter.ownerId());
    }
    acts.keepAuditedUnlessOwner(
        charter,
        Act.by(seat.who(), "archive_room").in(name).saying(archived ? "on" : "off"),
        (charters, receipt) -> charters.setArchived(name, archived, receipt),
        wanted.ref(),
        turn,
        () -> {
          rights().replace(rights().charter(name).withArchived(archived));
          if (archived != charter.archived()) {
            acts.listed(charter);
          }
          acts.tell(
              room,
              ref ->
                  new RoomArchived(chat.now(), name.value(), ref, new RoomArchived.State(archived)),
              wanted.ref());
        });
  }

  private RoomRights rights() {
    return chat.rooms().rights();
  }

  /**
   * Lets pass the owner of a room, and administrators.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED} if it is somebody else
   */
  private static void requireOwner(RoomCharter charter, Participant who) throws Rejection {
    if (charter.ownerId() != who.id() && !who.isAdmin()) {
      throw new Rejection(Code.NOT_ALLOWED, "Only the owner of the room may do that");
    }
  }

  private static <T> T said(@Nullable T value) throws Rejection {
    if (value == null) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    return value;
  }
}
