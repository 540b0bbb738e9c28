package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.wire.ModerationMessage.Kicked;
import java.time.Duration;
import java.util.List;

/**
 * Sends users away: they are here no more at once, are told why, and their connections end, read or
 * not.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Expulsion {
  /** For how long a client may take to read why. */
  static final Duration PATIENCE = Duration.ofMillis(500);

  private final Chat chat;

  Expulsion(Chat chat) {
    this.chat = chat;
  }

  /** Sends a user away who may be here. */
  void expel(long userId, String reason) {
    chat.seats().of(userId).ifPresent(seat -> expel(seat, reason));
  }

  /** Sends a user away who is here. */
  void expel(Seat seat, String reason) {
    List<Client> lines = seat.lines();
    chat.seats().expel(seat);
    Kicked told = Kicked.of(reason, chat.now());
    for (Client line : lines) {
      line.finish(told, Disconnect.EXPELLED);
      chat.timer().after(PATIENCE, () -> line.end(Disconnect.EXPELLED));
    }
  }
}
