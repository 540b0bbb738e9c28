package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Members of a slow room wait from one message to the next; who keeps order there does not.
 *
 * <p>Bounds: {@value #MOST_KNOWN} messages are remembered; beyond them the oldest is forgotten, and
 * whose it was waits no longer.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class SlowMode {
  private static final int MOST_KNOWN = 100_000;

  private record Writer(long userId, RoomName room) {}

  private final RoomRights rights;
  private final Lockdown lockdown;
  private final LongSupplier nanoTime;

  /** When who wrote where last, in nanoseconds; the oldest first. */
  private final Map<Writer, Long> wroteAt =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Writer, Long> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public SlowMode(RoomRights rights, Lockdown lockdown, LongSupplier nanoTime) {
    this.rights = rights;
    this.lockdown = lockdown;
    this.nanoTime = nanoTime;
  }

  /** How long members wait in a room that there is, in seconds; 0 for not at all. */
  int seconds(RoomName room) {
    int own = rights.charter(room).slowSeconds();
    return lockdown.isOn() ? Math.max(own, Lockdown.SLOW_SECONDS) : own;
  }

  /**
   * Lets pass who has waited for long enough, and has them wait from now on.
   *
   * @throws Rejection {@link Code#RATE_LIMITED} with when they may write again
   */
  void take(Participant who, RoomName room) throws Rejection {
    int seconds = seconds(room);
    if (seconds == 0 || rights.keepsOrder(who, room)) {
      return;
    }
    long now = nanoTime.getAsLong();
    Writer writer = new Writer(who.id(), room);
    Long before = wroteAt.get(writer);
    if (before != null && now - before < Duration.ofSeconds(seconds).toNanos()) {
      long left = Duration.ofSeconds(seconds).toNanos() - (now - before);
      throw Rejection.retryAfter(Code.RATE_LIMITED, Duration.ofNanos(left));
    }
    wroteAt.remove(writer);
    wroteAt.put(writer, now);
  }

  /** Posts what was let pass; if nothing new is stored, its author need not wait. */
  void post(OpenRoom room, Draft draft, MessageLog.Receipt receipt) throws Unavailable {
    Writer writer = new Writer(draft.author().id(), room.name());
    try {
      room.post(draft, watching(receipt, () -> wroteAt.remove(writer)));
    } catch (Unavailable e) {
      wroteAt.remove(writer);
      throw e;
    }
  }

  private static MessageLog.Receipt watching(MessageLog.Receipt told, Runnable nothingNew) {
    return new MessageLog.Receipt() {
      @Override
      public void stored(StoredEvent event, boolean again) {
        if (again) {
          nothingNew.run();
        }
        told.stored(event, again);
      }

      @Override
      public void refused(Unavailable why) {
        nothingNew.run();
        told.refused(why);
      }

      @Override
      public void rejected(Rejection why) {
        nothingNew.run();
        told.rejected(why);
      }
    };
  }
}
