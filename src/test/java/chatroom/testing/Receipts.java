package chatroom.testing;

import chatroom.room.ChatMessage;
import chatroom.room.MessageLog;
import chatroom.room.Unavailable;
import java.util.function.BiConsumer;

/** Receipts of drafts that will not be refused. */
public final class Receipts {
  private Receipts() {}

  /** Tells what was stored, and whether again. */
  public static MessageLog.Receipt stored(BiConsumer<ChatMessage, Boolean> told) {
    return new MessageLog.Receipt() {
      @Override
      public void stored(ChatMessage message, boolean again) {
        told.accept(message, again);
      }

      @Override
      public void refused(Unavailable why) {
        throw new AssertionError("refused", why);
      }
    };
  }

  /** Tells nobody. */
  public static MessageLog.Receipt unread() {
    return stored((message, again) -> {});
  }
}
