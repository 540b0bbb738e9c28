package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.UserId;
import chatroom.wire.ClientMessage;
import chatroom.wire.Signal;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whom a user does not want to hear of: that is kept, and told to the user alone.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Ignoring {
  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Consumer<Rejection> refuse;

  /**
   * @param refuse answers what could not be kept
   */
  Ignoring(Chat chat, Client client, Seat seat, Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.refuse = refuse;
  }

  /** The user ignores somebody, who need not be here, or no more. */
  void ignore(ClientMessage.Ignore said, Turn turn) throws Rejection {
    Boolean on = said.on();
    if (on == null) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    String id = said.toId();
    long other =
        UserId.parse(id == null ? "" : id).orElseThrow(() -> new Rejection(Code.USER_NOT_FOUND));
    requireAllowed(other, on);
    chat.notebook()
        .ignore(
            seat,
            other,
            on,
            turn.guarded(
                () -> {
                  change(other, on);
                  turn.end(() -> tell(said.ref()));
                }),
            () -> turn.end(() -> refuse.accept(Refusals.unavailable().answering(said.ref()))));
  }

  private void requireAllowed(long other, boolean on) throws Rejection {
    if (other == me()) {
      throw new Rejection(Code.NOT_ALLOWED, "Nobody can ignore themselves");
    }
    Set<Long> now = lists().of(me());
    if (on && now.size() >= IgnoreLists.MOST && !now.contains(other)) {
      throw new Rejection(
          Code.NOT_ALLOWED, "No more than " + IgnoreLists.MOST + " people can be ignored");
    }
  }

  private void change(long other, boolean on) {
    if (!seat.isVacated()) {
      lists().change(me(), other, on);
    }
  }

  private void tell(@Nullable String ref) {
    Set<Long> now = lists().of(me());
    client.send(Signal.Ignored.of(now, ref, chat.now()));
    seat.linesBut(client).forEach(line -> line.send(Signal.Ignored.of(now, null, chat.now())));
  }

  private long me() {
    return seat.who().id();
  }

  private IgnoreLists lists() {
    return chat.seats().ignoreLists();
  }
}
