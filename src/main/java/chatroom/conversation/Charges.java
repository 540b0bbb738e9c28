package chatroom.conversation;

import chatroom.room.Rejection;
import chatroom.wire.ClientMessage;
import chatroom.wire.HouseAct;
import chatroom.wire.OfficialAct;
import org.jspecify.annotations.Nullable;

/**
 * What a message costs: what others see costs more than what they do not; an empty text is not for
 * nothing.
 *
 * <p>Thread safety: without state.
 */
final class Charges {
  private Charges() {}

  /** Charges a message, or says that there were too many. */
  static void charge(ClientMessage message, RateLimit rate) throws Rejection {
    boolean seen =
        message instanceof ClientMessage.Post post
            ? isSaid(post.content())
            : message instanceof ClientMessage.PrivatePost whisper
                ? isSaid(whisper.content())
                : message instanceof ClientMessage.Edit edit
                    ? isSaid(edit.content())
                    : isAct(message);
    if (seen) {
      rate.act();
    } else {
      rate.question();
    }
  }

  private static boolean isAct(ClientMessage message) {
    return message instanceof ClientMessage.SetName
        || message instanceof ClientMessage.Image
        || message instanceof ClientMessage.Delete
        || message instanceof ClientMessage.React
        || message instanceof ClientMessage.Read
        || message instanceof ClientMessage.AccountAct
        || message instanceof OfficialAct
        || message instanceof ClientMessage.ClaimAdmin
        || message instanceof HouseAct.Report
        || message instanceof ClientMessage.RoomAct;
  }

  private static boolean isSaid(@Nullable String content) {
    return content != null && !content.isEmpty();
  }
}
