package chatroom.conversation;

import chatroom.room.RoomName;
import chatroom.room.Unread;
import java.util.Map;
import java.util.Set;

/**
 * What a user has read at one moment.
 *
 * <p>Thread safety: immutable.
 *
 * @param marks up to which number each room has been read; nothing of any other
 * @param ignored whom the user ignores
 * @param asOf that moment: the {@code id} of the newest message that had been told
 */
record ReadState(long userId, Map<RoomName, Long> marks, Set<Long> ignored, long asOf) {
  /** What a seat's user has read now; on the lane alone. */
  static ReadState of(Seat seat, Chat chat) {
    long userId = seat.who().id();
    return new ReadState(
        userId, seat.marks(), chat.seats().ignoreLists().of(userId), chat.timeline().now());
  }

  /** Up to which number that room has been read. */
  long mark(RoomName room) {
    return marks.getOrDefault(room, 0L);
  }

  /** What is left of that room. */
  Unread.Query unread(RoomName room) {
    return new Unread.Query(room, mark(room), asOf, userId, ignored);
  }
}
