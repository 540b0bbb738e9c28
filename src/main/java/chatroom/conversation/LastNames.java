package chatroom.conversation;

import chatroom.room.HistoryQuery;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import java.util.Optional;

/**
 * What those are called whom one has private chats with: as they are now, and who has left as they
 * were last, by what is kept of guests, or else by the newest {@value #LOOKED_AT} messages of the
 * chat.
 *
 * <p>Thread safety: safe for use by any thread, each of which waits for as long as a database
 * takes.
 */
final class LastNames {
  /** How many messages are looked at, at most. */
  static final int LOOKED_AT = 50;

  private final Chat chat;

  LastNames(Chat chat) {
    this.chat = chat;
  }

  /**
   * The name of one of the two of a private chat.
   *
   * @throws Unavailable if it cannot be known now
   */
  String of(long userId, RoomName room) throws Unavailable {
    Optional<String> present = chat.directory().find(userId).map(who -> who.name().text());
    if (present.isPresent()) {
      return present.get();
    }
    Optional<String> kept = chat.guestbook().nameOf(userId);
    Optional<String> last = kept.isPresent() ? kept : asAuthor(userId, room);
    return last.orElseGet(() -> chat.directory().nameOf(userId));
  }

  private Optional<String> asAuthor(long userId, RoomName room) throws Unavailable {
    return chat.log().read(HistoryQuery.newest(room, LOOKED_AT, Long.MAX_VALUE)).events().stream()
        .filter(event -> event.authorId() == userId)
        .map(StoredEvent::authorName)
        .reduce((before, after) -> after);
  }
}
