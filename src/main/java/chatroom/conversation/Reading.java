package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.Signal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a user has read each room: that is kept, and told to the user alone.
 *
 * <p>Thread safety: confined to the lane. What was not read is counted by others.
 */
final class Reading {
  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Snapshots snapshots;
  private final RoomNames names;
  private final Consumer<Rejection> refuse;
  private final RateLimit rate;
  private final Counts counts;

  /**
   * @param refuse answers what could not be kept
   * @param rate charged for what is read and told
   */
  Reading(
      Chat chat,
      Client client,
      Seat seat,
      Snapshots snapshots,
      RoomNames names,
      Consumer<Rejection> refuse,
      RateLimit rate) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.snapshots = snapshots;
    this.names = names;
    this.refuse = refuse;
    this.rate = rate;
    this.counts = new Counts(chat.notebook(), rate);
  }

  /** The user has read a room up to there. */
  void mark(ClientMessage.MarkRead said, Turn turn) throws Rejection {
    Long seq = said.seq();
    if (seq == null || seq < 0) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    snapshots.requireReader();
    Mark mark = new Mark(names.said(said.room()), said.ref(), turn);
    if (RoomName.namesPrivateChat(mark.name())) {
      RoomName chosen = names.readable(mark.name());
      chat.notebook()
          .lastSeq(
              chosen, chat.timeline().now(), last -> mark.move(chosen, seq, last), mark::refused);
    } else {
      OpenRoom room = names.own(mark.name());
      mark.move(room.name(), seq, room.lastSeq());
    }
  }

  /** A mark on its way, in a room by the name that the user gives it. */
  private final class Mark {
    private final String name;
    private final @Nullable String ref;
    private final Turn turn;

    private Mark(String name, @Nullable String ref, Turn turn) {
      this.name = name;
      this.ref = ref;
      this.turn = turn;
    }

    private String name() {
      return name;
    }

    private void move(RoomName room, long wanted, long lastSeq) {
      long seq = Math.min(wanted, lastSeq);
      if (seq <= seat.mark(room)) {
        turn.end(() -> tell(room, lastSeq));
        return;
      }
      Runnable kept =
          () -> {
            seat.mark(room, seq);
            turn.end(() -> tell(room, lastSeq));
          };
      chat.notebook().mark(seat, room, seq, kept, this::refused);
    }

    private void refused() {
      turn.end(() -> refuse.accept(Refusals.unavailable().answering(ref)));
    }

    private void tell(RoomName room, long lastSeq) {
      Unread.Query query = ReadState.of(seat, chat).unread(room);
      long now = chat.now();
      counts.charge(query.after(), lastSeq);
      client.answer(() -> List.of(told(query, lastSeq, ref, now)), rate::answered);
      for (Client other : seat.linesBut(client)) {
        other.answer(() -> List.of(told(query, lastSeq, null, now)), any -> {});
      }
    }

    private ServerMessage told(
        Unread.Query query, long lastSeq, @Nullable String answered, long now) {
      try {
        Unread unread = counts.count(query, lastSeq);
        return Signal.MarkedRead.of(name, query.after(), unread, answered, now);
      } catch (Unavailable e) {
        return Failure.of(Refusals.unavailable().answering(answered), now);
      }
    }
  }
}
