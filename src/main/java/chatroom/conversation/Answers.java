package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.UserId;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage;
import chatroom.wire.ServerMessage.Failure;
import chatroom.wire.ServerMessage.Pong;
import chatroom.wire.ServerMessage.PrivateMessage;
import chatroom.wire.ServerMessage.Users;
import chatroom.wire.ServerMessage.Welcome;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one client is told because it came or because it asked.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Answers {
  private static final String WELCOME = "Welcome to the chat room!";
  private static final Duration UNTIL_READ = Duration.ofSeconds(1);

  private final Chat chat;
  private final Client client;
  private final long userId;
  private final IntConsumer cost;

  /**
   * @param cost told the size of every large answer, in bytes
   */
  Answers(Chat chat, Client client, long userId, IntConsumer cost) {
    this.chat = chat;
    this.client = client;
    this.userId = userId;
    this.cost = cost;
  }

  /** The first thing that is said. */
  void welcome(Participant newcomer) {
    client.send(
        new Welcome(
            chat.now(),
            new Welcome.Greeting(
                newcomer.id(), newcomer.name().text(), WELCOME, Figures.brief(chat))));
  }

  /** Who is in the room. */
  void users(List<Participant> members) {
    long now = chat.now();
    client.answer(
        () ->
            List.of(
                new Users(
                    now,
                    RoomName.GENERAL.value(),
                    members.size(),
                    members.stream().map(Answers::user).toList())),
        cost);
  }

  private static Users.User user(Participant who) {
    return new Users.User(
        who.id(), who.name().text(), who.connectedAt().getEpochSecond(), who.admin());
  }

  /** What was said last in the room. */
  void newestHistory() {
    int size = chat.limits().historySize();
    history(
        HistoryQuery.newest(RoomName.GENERAL, size, chat.timeline().now()),
        RoomName.GENERAL.value(),
        null);
  }

  /** Answers a question, in its turn: what the client did before shows in the answer. */
  void answer(ClientMessage question) throws Rejection, Unavailable {
    if (question instanceof ClientMessage.Ping ping) {
      chat.general().ask(() -> client.send(new Pong(chat.now(), ping.ref())));
    } else if (question instanceof ClientMessage.GetStats) {
      chat.general().ask(() -> client.send(Figures.full(chat)));
    } else if (question instanceof ClientMessage.GetUsers asked) {
      publicRoom(asked.room());
      requireReader();
      chat.general().askMembers(this::users);
    } else if (question instanceof ClientMessage.GetHistory asked) {
      requireReader();
      HistoryQuery query = query(asked);
      chat.general().ask(() -> history(asOfNow(query), name(asked.room()), asked.ref()));
    }
  }

  /** Gives an answer after all earlier ones, or at once if too much is waiting. */
  void inTurn(Runnable answer) {
    try {
      chat.general().ask(answer);
    } catch (Unavailable tooMuch) {
      answer.run();
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
        readableRoom(name(asked.room())),
        after == null ? Direction.BEFORE : Direction.AFTER,
        after != null ? after : before != null ? before : Long.MAX_VALUE,
        (int) Math.min(limit, HistoryPages.MAX_MESSAGES),
        Long.MAX_VALUE);
  }

  /** What the asker may know in this turn: what has been told. */
  private HistoryQuery asOfNow(HistoryQuery query) {
    return new HistoryQuery(
        query.room(), query.direction(), query.seq(), query.limit(), chat.timeline().now());
  }

  private static String name(@Nullable String room) {
    return room == null ? RoomName.GENERAL.value() : room;
  }

  /** Others read, which may take time, in the turn of the question. */
  private void history(HistoryQuery query, String name, @Nullable String ref) {
    long now = chat.now();
    client.answer(() -> List.of(page(query, now, name, ref)), cost);
  }

  private ServerMessage page(HistoryQuery query, long now, String name, @Nullable String ref) {
    try {
      return HistoryPages.cut(
          chat.log().read(query), query.direction(), now, name, message -> envelope(message, name));
    } catch (Unavailable e) {
      return Failure.of(Refusals.unavailable().answering(ref), now);
    }
  }

  private static ServerMessage envelope(ChatMessage message, String room) {
    return message.room().isPrivate()
        ? PrivateMessage.of(message, room)
        : ServerMessage.Message.of(message);
  }

  /** The room of that name; none is the room where everyone begins. */
  RoomName publicRoom(@Nullable String name) throws Rejection {
    if (!name(name).equals(RoomName.GENERAL.value())) {
      throw new Rejection(Code.ROOM_NOT_FOUND);
    }
    return RoomName.GENERAL;
  }

  private RoomName readableRoom(String name) throws Rejection {
    if (!RoomName.namesPrivateChat(name)) {
      return publicRoom(name);
    }
    OptionalLong other = UserId.parse(name.substring(1));
    return RoomName.between(userId, other.orElseThrow(() -> new Rejection(Code.ROOM_NOT_FOUND)));
  }
}
