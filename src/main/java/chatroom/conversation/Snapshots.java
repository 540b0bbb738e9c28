package chatroom.conversation;

import chatroom.conversation.HistoryPages.Head;
import chatroom.delivery.Client;
import chatroom.delivery.Client.Answer;
import chatroom.delivery.Client.Answer.Page;
import chatroom.delivery.Protocol;
import chatroom.room.Code;
import chatroom.room.HistoryQuery;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.StoredMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client what a room is like at this moment, and what of it the client has missed: up to
 * what has been told, so that what is told next leaves no hole and comes to nobody twice.
 *
 * <p>Thread safety: confined to the lane. The log is read by others, which may take time, in the
 * turn of the call.
 */
final class Snapshots {
  /** Of how many private chats that the client did not name it is told what it missed. */
  private static final int MAX_CHATS = 50;

  private static final Duration UNTIL_READ = Duration.ofSeconds(1);

  private final Chat chat;
  private final Client client;
  private final long userId;
  private final IntConsumer cost;

  /**
   * @param userId who reads
   * @param cost told the size of what is told, in bytes
   */
  Snapshots(Chat chat, Client client, long userId, IntConsumer cost) {
    this.chat = chat;
    this.client = client;
    this.userId = userId;
    this.cost = cost;
  }

  /** The same, told to another connection of the user. */
  Snapshots to(Client other) {
    return new Snapshots(chat, other, userId, cost);
  }

  /** Answers do not count against the client's queue; so who does not read them gets no more. */
  void requireReader() throws Rejection {
    if (client.unreadAnswerBytes() > chat.limits().maxAnswerBytes()) {
      throw Rejection.retryAfter(Code.RATE_LIMITED, UNTIL_READ);
    }
  }

  /** Who is in the room. */
  void users(OpenRoom room) {
    Roster roster = room.roster(userId);
    boolean plain = client.protocol() == Protocol.PLAIN;
    client.answer(() -> List.of(plain ? roster.told() : roster.toldInFull()), cost);
  }

  /** What was said last in an open room; an {@code error} if it cannot be read now. */
  void greeting(RoomName room) {
    history(newest(room, Long.MAX_VALUE), room.value(), null);
  }

  /**
   * A stretch of the room; an {@code error} if it cannot be read now.
   *
   * @param query what is newer than what has been told is left out in any case
   * @param name what the client calls the room
   */
  void history(HistoryQuery query, String name, @Nullable String ref) {
    Head head = new Head(chat.now(), name, null, ref);
    HistoryQuery told =
        new HistoryQuery(
            query.room(), query.direction(), query.seq(), query.limit(), asOf(), userId);
    client.answer(
        () -> {
          try {
            return List.of(page(told, head));
          } catch (Unavailable e) {
            return List.of(Failure.of(Refusals.unavailable().answering(ref), head.now()));
          }
        },
        cost);
  }

  /** What was said last in the room; the connection ends if it cannot be read now. */
  void newest(RoomName room, String name) {
    Head head = new Head(chat.now(), name, null, null);
    HistoryQuery query = newest(room, asOf());
    client.answerOrEnd(() -> Page.only(List.of(page(query, head))), unavailable(), cost);
  }

  /**
   * All that happened in the room after the given number, as it happened; or its newest history if
   * that is too much or not there any more. The connection ends if it cannot be read now.
   *
   * @param seq from 0
   */
  void missed(RoomName room, String name, long seq) {
    Replay replay = replay(room, name, asOf(), chat.now());
    client.answerOrEnd(() -> replay.after(seq), unavailable(), cost);
  }

  /**
   * The same for the user's private chats, from their beginning, but for those named; the newest
   * first.
   */
  void missedPrivately(Set<String> named) {
    long now = chat.now();
    long asOf = asOf();
    client.answerOrEnd(
        () -> {
          List<Answer> chats = new ArrayList<>();
          for (RoomName room : chat.log().privateChatsOf(userId, MAX_CHATS)) {
            String name = RoomName.privateWith(room.other(userId));
            if (!named.contains(name)) {
              chats.add(() -> replay(room, name, asOf, now).after(0));
            }
          }
          return inTurn(new Page(List.of(), null), chats.iterator());
        },
        unavailable(),
        cost);
  }

  /** A page, its next ones, and then those of the rest. */
  private static Page inTurn(Page page, Iterator<Answer> rest) {
    Answer next = page.next();
    if (next != null) {
      return new Page(page.messages(), () -> inTurn(next.page(), rest));
    }
    return rest.hasNext()
        ? new Page(page.messages(), () -> inTurn(rest.next().page(), rest))
        : page;
  }

  private Replay replay(RoomName room, String name, long asOf, long now) {
    return new Replay(
        chat,
        userId,
        room,
        name,
        asOf,
        () -> page(newest(room, asOf), new Head(now, name, true, null)));
  }

  private ServerMessage unavailable() {
    return Failure.of(Refusals.unavailable(), chat.now());
  }

  private long asOf() {
    return chat.timeline().now();
  }

  private HistoryQuery newest(RoomName room, long asOf) {
    return HistoryQuery.newest(room, chat.limits().historySize(), asOf, userId);
  }

  private ServerMessage page(HistoryQuery query, Head head) throws Unavailable {
    return HistoryPages.cut(
        chat.log().read(query),
        query.direction(),
        head,
        event -> StoredMessage.of(event, head.room()));
  }
}
