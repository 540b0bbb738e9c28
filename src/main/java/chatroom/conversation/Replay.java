package chatroom.conversation;

import chatroom.delivery.Client.Answer.Page;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one client missed of one room, as it happened, page by page and without a hole.
 *
 * <p>Thread safety: immutable; reading may block for as long as a database takes.
 */
final class Replay {
  /** The most that a client may have missed of a room and is still told one by one. */
  static final int MAX_MISSED = 1_000;

  /** What is told instead. */
  @FunctionalInterface
  interface Reset {
    /** The room's newest history. */
    ServerMessage history() throws Unavailable;
  }

  private final Chat chat;
  private final long userId;
  private final RoomName room;
  private final String name;
  private final long asOf;
  private final Reset reset;

  /**
   * @param userId who missed it
   * @param name what that user calls the room
   * @param asOf the {@code id} of the newest message that belongs to it
   * @param reset told if too much was missed, or a part of it is not there any more
   */
  Replay(Chat chat, long userId, RoomName room, String name, long asOf, Reset reset) {
    this.chat = chat;
    this.userId = userId;
    this.room = room;
    this.name = name;
    this.asOf = asOf;
    this.reset = reset;
  }

  /**
   * All that came after the given number.
   *
   * @throws Unavailable if it cannot be read now
   */
  Page after(long seq) throws Unavailable {
    HistoryPage page = read(seq);
    long missed = page.lastSeq() - seq;
    boolean whole = missed >= 0 && missed <= MAX_MISSED && goesOn(page, seq);
    return whole ? told(page, seq) : Page.only(List.of(reset.history()));
  }

  private Page next(long seq) throws Unavailable {
    HistoryPage page = read(seq);
    if (!goesOn(page, seq)) {
      throw new Unavailable("what was missed went while it was told");
    }
    return told(page, seq);
  }

  private HistoryPage read(long seq) throws Unavailable {
    return chat.log()
        .read(new HistoryQuery(room, Direction.AFTER, seq, HistoryPages.MAX_MESSAGES, asOf));
  }

  /** Whether the page goes on where the number was, with nothing missing before or in it. */
  static boolean goesOn(HistoryPage page, long seq) {
    List<StoredEvent> events = page.events();
    return events.isEmpty()
        ? page.lastSeq() == seq
        : events.get(events.size() - 1).seq() == seq + events.size();
  }

  private Page told(HistoryPage page, long seq) throws Unavailable {
    List<StoredEvent> fitting = HistoryPages.fitting(page.events());
    String otherName = fitting.isEmpty() ? "" : otherName();
    List<ServerMessage> told =
        fitting.stream().flatMap(event -> asItHappened(event, otherName)).toList();
    long last = seq + fitting.size();
    return new Page(told, last == page.lastSeq() ? null : () -> next(last));
  }

  /** Of the other one of a private chat, when they were here last. */
  private String otherName() throws Unavailable {
    return room.isPrivate() ? new LastNames(chat).of(room.other(userId), room) : "";
  }

  private Stream<ServerMessage> asItHappened(StoredEvent event, String otherName) {
    ServerMessage received = StoredMessage.of(event, name);
    if (!room.isPrivate() || event.authorId() != userId) {
      return Stream.of(received);
    }
    long other = room.other(userId);
    ServerMessage sent = StoredMessage.sent(event, other, otherName);
    return other == userId ? Stream.of(received, sent).distinct() : Stream.of(sent);
  }
}
