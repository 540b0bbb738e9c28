package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage.Pong;
import java.time.Duration;

/**
 * What one client is told because it asked.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Answers {
  private static final Duration UNTIL_READ = Duration.ofSeconds(1);

  private final Chat chat;
  private final Client client;
  private final long userId;
  private final Snapshots snapshots;

  Answers(Chat chat, Client client, long userId, Snapshots snapshots) {
    this.chat = chat;
    this.client = client;
    this.userId = userId;
    this.snapshots = snapshots;
  }

  /** Answers a question. */
  void answer(ClientMessage question) throws Rejection {
    if (question instanceof ClientMessage.Ping ping) {
      client.send(new Pong(chat.now(), ping.ref()));
    } else if (question instanceof ClientMessage.GetStats) {
      client.send(Figures.full(chat));
    } else if (question instanceof ClientMessage.GetUsers asked) {
      RoomNames.open(RoomNames.said(asked.room()));
      requireReader();
      snapshots.users();
    } else if (question instanceof ClientMessage.GetHistory asked) {
      requireReader();
      snapshots.history(query(asked), RoomNames.said(asked.room()), asked.ref());
    }
  }

  /** Answers do not count against the client's queue; so who does not read them gets no more. */
  private void requireReader() throws Rejection {
    if (client.unreadAnswerBytes() > chat.limits().maxAnswerBytes()) {
      throw Rejection.retryAfter(Code.RATE_LIMITED, UNTIL_READ);
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
        RoomNames.readable(RoomNames.said(asked.room()), userId),
        after == null ? Direction.BEFORE : Direction.AFTER,
        after != null ? after : before != null ? before : Long.MAX_VALUE,
        (int) Math.min(limit, HistoryPages.MAX_MESSAGES),
        Long.MAX_VALUE);
  }
}
