package chatroom.conversation;

import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server itself says in rooms: it stands there like any message, by {@code System}.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Notices {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final String NAME = "System";

  private final Chat chat;

  Notices(Chat chat) {
    this.chat = chat;
  }

  /** Says something in rooms, but for those in which nothing may be written. */
  void post(List<OpenRoom> rooms, String text) {
    Participant system =
        new Participant(0, new Nickname(NAME, "system"), chat.clock().instant(), Role.MEMBER);
    rooms.stream()
        .filter(room -> !chat.rooms().rights().charter(room.name()).archived())
        .forEach(room -> post(room, new Draft.Post(room.name(), system, text, null)));
  }

  /** What was done is done: if it cannot be said, the log says so, and the audit log has it. */
  private static void post(OpenRoom room, Draft draft) {
    try {
      room.post(
          draft,
          new MessageLog.Receipt() {
            @Override
            public void stored(StoredEvent event, boolean again) {
              // The room tells it.
            }

            @Override
            public void refused(Unavailable why) {
              unsaid(room);
            }

            @Override
            public void rejected(Rejection why) {
              unsaid(room);
            }
          });
    } catch (Unavailable e) {
      unsaid(room);
    }
  }

  private static void unsaid(OpenRoom room) {
    log.warn("{} was not told what was done to a member", room.name().value());
  }
}
