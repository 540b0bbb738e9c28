package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.wire.SessionMessage.Ack;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client what became of its drafts: each is acknowledged or refused once, in its turn.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Outcomes {
  private final Chat chat;
  private final Client client;
  private final Consumer<Rejection> refuse;

  /**
   * @param refuse answers what is not stored
   */
  Outcomes(Chat chat, Client client, Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.refuse = refuse;
  }

  /**
   * A receipt that refuses what is not stored.
   *
   * @param stored told what is, and whether again; the turn is ended there or later
   */
  MessageLog.Receipt receipt(
      @Nullable String ref, Turn turn, BiConsumer<StoredEvent, Boolean> stored) {
    return new MessageLog.Receipt() {
      @Override
      public void stored(StoredEvent event, boolean again) {
        turn.run(() -> stored.accept(event, again));
      }

      @Override
      public void refused(Unavailable why) {
        unavailable(ref, turn);
      }

      @Override
      public void rejected(Rejection why) {
        refuse(why, ref, turn);
      }
    };
  }

  /** Ends the turn with a refusal. */
  void refuse(Rejection why, @Nullable String ref, Turn turn) {
    turn.end(() -> refuse.accept(why.answering(ref)));
  }

  /** Ends the turn with a refusal that may be none later. */
  void unavailable(@Nullable String ref, Turn turn) {
    refuse(Refusals.unavailable(), ref, turn);
  }

  /**
   * Ends the turn with an acknowledgement, if the client gave a mark for it.
   *
   * @param room what the client calls the room
   */
  void acknowledge(StoredEvent event, @Nullable String ref, String room, Turn turn) {
    turn.end(
        () -> {
          if (ref != null) {
            client.send(new Ack(chat.now(), ref, event.id(), event.seq(), room));
          }
        });
  }
}
