package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Act;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.HouseAct.Report;
import chatroom.wire.HouseMessage.Reported;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a user tells the moderators of a message that the user can read; nobody else learns of it. It
 * is taken down first.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Reporting {
  /** The longest reason, in characters as a person counts most of them: code points. */
  static final int MAX_REASON = 500;

  /** How much of a message is quoted, in UTF-16 units. */
  private static final int MAX_QUOTED = 2_000;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;

  Reporting(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Tells the moderators. */
  void report(Report said, Turn turn) throws Rejection {
    String reason = said.reason() == null ? "" : said.reason().strip();
    if (reason.codePointCount(0, reason.length()) > MAX_REASON) {
      throw new Rejection(
          Code.INVALID_FORMAT, "A reason has at most " + MAX_REASON + " characters");
    }
    Long messageId = said.messageId();
    if (messageId == null) {
      throw new Rejection(Code.MESSAGE_NOT_FOUND);
    }
    chat.order().reports().take(seat.who().id());
    chat.order().allReports().take(Act.NOBODY);
    chat.finder()
        .find(
            messageId,
            turn.guarded(found -> report(found, reason, said.ref(), turn)),
            () -> outcomes.unavailable(said.ref(), turn));
  }

  private void report(Optional<ChatMessage> found, String reason, @Nullable String ref, Turn turn) {
    Optional<ChatMessage> read =
        found.filter(it -> !it.isDeleted() && chat.rooms().mayRead(seat.who().id(), it.room()));
    if (read.isEmpty()) {
      outcomes.refuse(new Rejection(Code.MESSAGE_NOT_FOUND), ref, turn);
      return;
    }
    ChatMessage message = read.get();
    Act act =
        Act.by(seat.who(), "report")
            .to(message.authorId(), message.authorName())
            .in(message.room())
            .saying("message " + message.id() + (reason.isEmpty() ? "" : ": " + reason));
    Reported done = new Reported(chat.now(), ref, new Reported.Message(message.id()));
    Runnable refused = () -> outcomes.unavailable(ref, turn);
    chat.audit()
        .record(
            act,
            turn.guarded(
                () ->
                    new ModeratorsRoom(chat)
                        .say(
                            text(message, reason),
                            () -> turn.end(() -> client.send(done)),
                            refused)),
            refused);
  }

  private String text(ChatMessage message, String reason) {
    String place = message.room().isPrivate() ? "in private" : "in " + message.room().value();
    String what =
        message.body().imageUrl().map(url -> url + "\n").orElse("") + cut(message.body().text());
    return "Report by %s (%d): message %d of %s (%d) %s%s\n> %s"
        .formatted(
            seat.who().name().text(),
            seat.who().id(),
            message.id(),
            message.authorName(),
            message.authorId(),
            place,
            reason.isEmpty() ? "" : "\nReason: " + reason.replace('\n', ' '),
            what.replace("\n", "\n> "));
  }

  private static String cut(String text) {
    if (text.length() <= MAX_QUOTED) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_QUOTED - 1)) ? MAX_QUOTED - 1 : MAX_QUOTED;
    return text.substring(0, end) + "\u2026";
  }
}
