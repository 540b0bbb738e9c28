package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.RoomMessage.Rooms.Listed;
import chatroom.wire.SessionMessage.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client which rooms there are, and what its user has not read in those that the user is
 * in, private chats included.
 *
 * <p>Thread safety: confined to the lane. What was not read is counted by others, which may take
 * time, in the turn of the call.
 */
final class RoomCounts {
  /** How many private chats are listed: those with the newest messages. */
  static final int MAX_CHATS = 50;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Snapshots snapshots;
  private final RateLimit rate;
  private final Counts counts;
  private final LastNames names;

  /**
   * @param rate charged for what is read and told
   */
  RoomCounts(Chat chat, Client client, Seat seat, Snapshots snapshots, RateLimit rate) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.snapshots = snapshots;
    this.rate = rate;
    this.counts = new Counts(chat.notebook(), rate);
    this.names = new LastNames(chat);
  }

  /** Tells it; an {@code error} if it cannot be known now. */
  void tell(@Nullable String ref) throws Rejection {
    snapshots.requireReader();
    long now = chat.now();
    ReadState read = ReadState.of(seat, chat);
    List<Listed> open = new RoomList(chat.rooms(), chat.order().slowMode(), seat).now();
    open.stream()
        .filter(RoomCounts::isJoined)
        .forEach(room -> counts.charge(read.mark(new RoomName(room.name())), room.lastSeq()));
    client.answer(
        () -> {
          try {
            return List.of(new Rooms(now, ref, listed(open, read)));
          } catch (Unavailable e) {
            return List.of(Failure.of(Refusals.unavailable().answering(ref), now));
          }
        },
        rate::answered);
  }

  private List<Listed> listed(List<Listed> open, ReadState read) throws Unavailable {
    List<Listed> all = new ArrayList<>();
    for (Listed room : open) {
      all.add(isJoined(room) ? counted(room, read.unread(new RoomName(room.name()))) : room);
    }
    for (RoomName room : chat.log().privateChatsOf(read.userId(), MAX_CHATS)) {
      long lastSeq = chat.notebook().lastSeq(room, read.asOf());
      if (lastSeq > 0) {
        counts.charge(read.mark(room), lastSeq);
        all.add(counted(privateChat(room, read.userId(), lastSeq), read.unread(room)));
      }
    }
    return all;
  }

  private Listed privateChat(RoomName room, long userId, long lastSeq) throws Unavailable {
    long other = room.other(userId);
    return Listed.privateChat(RoomName.privateWith(other), names.of(other, room), lastSeq);
  }

  private static boolean isJoined(Listed room) {
    return Boolean.TRUE.equals(room.joined());
  }

  private Listed counted(Listed room, Unread.Query unread) throws Unavailable {
    return room.with(unread.after(), counts.count(unread, room.lastSeq()));
  }
}
