package chatroom.testing;

import chatroom.room.Accounts;
import chatroom.room.ChatMessage;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import java.util.function.BiConsumer;

/** Receipts of drafts that will be stored. */
public final class Receipts {
  private Receipts() {}

  /** Tells which message was stored, and whether again. */
  public static MessageLog.Receipt stored(BiConsumer<ChatMessage, Boolean> told) {
    return event((event, again) -> told.accept((ChatMessage) event, again));
  }

  /** Tells what was stored, and whether again. */
  public static MessageLog.Receipt event(BiConsumer<StoredEvent, Boolean> told) {
    return new MessageLog.Receipt() {
      @Override
      public void stored(StoredEvent event, boolean again) {
        told.accept(event, again);
      }

      @Override
      public void refused(Unavailable why) {
        throw new AssertionError("refused", why);
      }

      @Override
      public void rejected(Rejection why) {
        throw new AssertionError("rejected", why);
      }
    };
  }

  /** Tells nobody. */
  public static MessageLog.Receipt unread() {
    return event((event, again) -> {});
  }

  /** Tells nobody of a role that will be given. */
  public static Accounts.Appointment appointed() {
    return new Accounts.Appointment() {
      @Override
      public void kept() {}

      @Override
      public void lastAdmin() {
        throw new AssertionError("the last administrator");
      }

      @Override
      public void refused(Unavailable why) {
        throw new AssertionError("refused", why);
      }
    };
  }
}
