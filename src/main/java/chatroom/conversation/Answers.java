package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage;
import chatroom.wire.SessionMessage.Pong;

/**
 * What one client is told because it asked.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Answers {
  private final Chat chat;
  private final Client client;
  private final Snapshots snapshots;
  private final RoomNames names;
  private final RoomCounts rooms;

  Answers(Chat chat, Client client, Snapshots snapshots, RoomNames names, RoomCounts rooms) {
    this.chat = chat;
    this.client = client;
    this.snapshots = snapshots;
    this.names = names;
    this.rooms = rooms;
  }

  /** Answers a question. */
  void answer(ClientMessage question) throws Rejection {
    if (question instanceof ClientMessage.Ping ping) {
      client.send(new Pong(chat.now(), ping.ref()));
    } else if (question instanceof ClientMessage.GetStats) {
      client.send(Figures.full(chat));
    } else if (question instanceof ClientMessage.GetUsers asked) {
      OpenRoom room = names.open(asked.room());
      snapshots.requireReader();
      snapshots.users(room);
    } else if (question instanceof ClientMessage.GetHistory asked) {
      snapshots.requireReader();
      snapshots.history(query(asked), names.said(asked.room()), asked.ref());
    } else if (question instanceof ClientMessage.GetRooms asked) {
      rooms.tell(asked.ref());
    }
  }

  private HistoryQuery query(ClientMessage.GetHistory asked) throws Rejection {
    Long before = asked.beforeSeq();
    Long after = asked.afterSeq();
    long limit = asked.limit() == null ? chat.limits().historySize() : asked.limit();
    if (limit < 0 || (before != null && after != null)) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    return new HistoryQuery(
        names.readable(names.said(asked.room())),
        after == null ? Direction.BEFORE : Direction.AFTER,
        after != null ? after : before != null ? before : Long.MAX_VALUE,
        (int) Math.min(limit, HistoryPages.MAX_MESSAGES),
        Long.MAX_VALUE);
  }
}
