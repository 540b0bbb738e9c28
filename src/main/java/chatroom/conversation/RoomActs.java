package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Act;
import chatroom.room.Charters;
import chatroom.room.Guests.Receipt;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client does to rooms: it is kept first, then it is so, then those who are there are told.
 * Every act ends its turn.
 *
 * <p>Thread safety: confined to the lane.
 */
final class RoomActs {
  /** What is told of an act. */
  @FunctionalInterface
  interface Told {
    /** To the one who did it, with the {@code ref}; to the others with none. */
    ServerMessage with(@Nullable String ref);
  }

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Consumer<Rejection> refuse;
  private final Foundation foundation;
  private final Ownership ownership;
  private final Invitations invitations;
  private final RoomOrder order;

  /**
   * @param refuse answers what could not be kept
   */
  RoomActs(
      Chat chat,
      Client client,
      Seat seat,
      RoomNames names,
      Visits visits,
      Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.refuse = refuse;
    this.foundation = new Foundation(chat, seat, visits, this);
    this.ownership = new Ownership(chat, seat, names, this);
    this.invitations = new Invitations(chat, seat, names, this);
    this.order = new RoomOrder(chat, seat, names, this);
  }

  /** Does what the client says in its turn. */
  void act(ClientMessage.RoomAct act, Turn turn) throws Rejection {
    if (act instanceof ClientMessage.CreateRoom wanted) {
      foundation.make(wanted, turn);
    } else if (act instanceof ClientMessage.SetTopic wanted) {
      ownership.setTopic(wanted, turn);
    } else if (act instanceof ClientMessage.ArchiveRoom wanted) {
      ownership.archive(wanted, turn);
    } else if (act instanceof ClientMessage.Invite wanted) {
      invitations.invite(wanted, turn);
    } else if (act instanceof ClientMessage.Uninvite wanted) {
      invitations.uninvite(wanted, turn);
    } else if (act instanceof ClientMessage.SetSlowMode wanted) {
      order.setSlowMode(wanted, turn);
    } else if (act instanceof ClientMessage.SetRoomRole wanted) {
      order.setRole(wanted, turn);
    }
  }

  /**
   * Has a change kept.
   *
   * @param kept runs then
   * @param refused runs if it is not kept, before that is answered
   */
  void keep(
      BiConsumer<Charters, Receipt> change,
      @Nullable String ref,
      Turn turn,
      Runnable kept,
      Runnable refused) {
    chat.rooms()
        .book()
        .keep(
            change,
            turn.guarded(
                () -> {
                  kept.run();
                  turn.end();
                }),
            turn.guarded(
                () -> {
                  refused.run();
                  unavailable(ref, turn);
                }));
  }

  /**
   * The same with what is taken down before.
   *
   * @param kept runs when both are kept
   */
  void keepAudited(
      Act act,
      BiConsumer<Charters, Receipt> change,
      @Nullable String ref,
      Turn turn,
      Runnable kept) {
    chat.audit()
        .record(
            act,
            turn.guarded(() -> keep(change, ref, turn, kept, () -> {})),
            () -> unavailable(ref, turn));
  }

  /** The same, taken down if it is not the owner of the room who does it. */
  void keepAuditedUnlessOwner(
      RoomCharter charter,
      Act act,
      BiConsumer<Charters, Receipt> change,
      @Nullable String ref,
      Turn turn,
      Runnable kept) {
    if (charter.ownerId() == seat.who().id()) {
      keep(change, ref, turn, kept, () -> {});
    } else {
      keepAudited(act, change, ref, turn, kept);
    }
  }

  /** What is listed of a room is another; of one that only its members know, nobody else hears. */
  void listed(RoomCharter charter) {
    if (!charter.byInvitation()) {
      chat.listing().changed();
    }
  }

  /** Answers that it cannot be done now. */
  void unavailable(@Nullable String ref, Turn turn) {
    turn.end(() -> refuse.accept(Refusals.unavailable().answering(ref)));
  }

  /** Tells all who are in the room, and the one who did it in any case. */
  void tell(OpenRoom room, Told told, @Nullable String ref) {
    room.tell(told.with(null), seat.who().id());
    answer(told, ref);
  }

  /** Tells the one who did it alone, with the {@code ref} where they did it or are instead. */
  void answer(Told told, @Nullable String ref) {
    boolean isGone = !seat.isOf(client);
    seat.lines().forEach(line -> line.send(told.with(isGone || line == client ? ref : null)));
  }
}
