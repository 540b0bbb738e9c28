package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.delivery.Client;
import chatroom.room.HistoryQuery;
import chatroom.room.Nicknames;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.wire.ServerMessage.Failure;
import chatroom.wire.ServerMessage.Welcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first things that a client is told: who they are, then how the rooms are.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Greeting {
  private static final String TEXT = "Welcome to the chat room!";
  private static final Map<String, Long> WHERE_EVERYONE_BEGINS =
      Map.of(RoomName.GENERAL.value(), 0L);

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Snapshots snapshots;

  Greeting(Chat chat, Client client, Seat seat, Snapshots snapshots) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.snapshots = snapshots;
  }

  /** Greets a plain client. */
  void plain() {
    Participant who = seat.who();
    client.send(
        new Welcome(
            chat.now(),
            new Welcome.Greeting(
                who.id(), who.name().text(), TEXT, Figures.brief(chat), null, null, null, null)));
    snapshots.users();
    RoomName room = RoomName.GENERAL;
    snapshots.history(
        HistoryQuery.newest(room, chat.limits().historySize(), Long.MAX_VALUE), room.value(), null);
  }

  /**
   * Greets a client of {@code chat.v1}.
   *
   * @param resumed whether the user was known
   * @param rooms the last number that the client has seen in each room; null if it said none
   */
  void say(boolean resumed, @Nullable Map<String, Long> rooms) {
    welcome(resumed);
    Map<String, Long> seen = rooms == null ? WHERE_EVERYONE_BEGINS : rooms;
    seen.forEach((name, seq) -> room(resumed, name, seq));
    if (resumed) {
      snapshots.missedPrivately(seen.keySet());
    }
  }

  private void welcome(boolean resumed) {
    Participant who = seat.who();
    Limits limits = chat.limits();
    client.send(
        new Welcome(
            chat.now(),
            new Welcome.Greeting(
                who.id(),
                who.name().text(),
                TEXT,
                Figures.brief(chat),
                seat.token().map(ResumeToken::text).orElse(null),
                resumed,
                new Welcome.Limits(
                    limits.messageBytes(), Nicknames.MAX_LENGTH, limits.actsPerSecond()),
                new Welcome.Features(chat.persistent()))));
  }

  private void room(boolean resumed, String name, long seq) {
    try {
      RoomName room = RoomNames.readable(name, seat.who().id());
      if (!room.isPrivate()) {
        snapshots.users();
      }
      if (resumed || seq > 0) {
        snapshots.missed(room, name, seq);
      } else {
        snapshots.newest(room, name);
      }
    } catch (Rejection e) {
      client.send(Failure.of(e, chat.now()));
    }
  }
}
