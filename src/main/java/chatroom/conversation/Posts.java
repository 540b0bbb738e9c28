package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Body;
import chatroom.room.Draft;
import chatroom.room.ImageLink;
import chatroom.room.Mentions;
import chatroom.room.MessageLog;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one client says and shows to a room or to one person: it is stored, then told to the others.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Posts {
  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final RoomNames names;
  private final Outcomes outcomes;

  Posts(Chat chat, Client client, Seat seat, RoomNames names, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.names = names;
    this.outcomes = outcomes;
  }

  /** Says something to a room. */
  void say(ClientMessage.Post post, Turn turn) throws Rejection, Unavailable {
    String text = post.content();
    if (text == null || text.isEmpty()) {
      turn.end();
      return;
    }
    toRoom(
        names.writable(post.room()),
        body(text, Optional.empty(), post.replyTo()),
        post.ref(),
        turn);
  }

  /** Shows an image to a room or to one person. */
  void show(ClientMessage.Image image, Turn turn) throws Rejection, Unavailable {
    String url = ImageLink.parse(image.url());
    Body body = body(ImageLink.alt(image.alt()), Optional.of(url), image.replyTo());
    String room = image.room();
    if (room != null && RoomName.namesPrivateChat(room)) {
      toOne(chat.directory().correspondent(room.substring(1)), body, image.ref(), turn);
    } else {
      toRoom(names.writable(room), body, image.ref(), turn);
    }
  }

  /** Says something to one person. */
  void whisper(ClientMessage.PrivatePost post, Turn turn) throws Rejection {
    long to = chat.directory().correspondent(post.toId());
    String text = post.content();
    if (text == null || text.isEmpty()) {
      turn.end();
      return;
    }
    toOne(to, body(text, Optional.empty(), post.replyTo()), post.ref(), turn);
  }

  private static Body body(String text, Optional<String> imageUrl, @Nullable Long replyTo) {
    OptionalLong answered = replyTo == null ? OptionalLong.empty() : OptionalLong.of(replyTo);
    return new Body(text, imageUrl, answered, Set.of(), false);
  }

  /** Whom it names of those in the room; of others nobody here learns that they are somewhere. */
  private Mentions named(OpenRoom room, String text) {
    Mentions named =
        chat.mentions()
            .find(text, key -> chat.directory().called(key).map(Participant::id).filter(room::has));
    return !named.everybody() || mayNameAll(room) ? named : named.withoutEverybody();
  }

  private boolean mayNameAll(OpenRoom room) {
    return chat.rooms().rights().mayNameAll(seat.who(), room.name(), room.size());
  }

  private void toRoom(OpenRoom room, Body said, @Nullable String ref, Turn turn)
      throws Rejection, Unavailable {
    String name = room.name().value();
    Body body = said.naming(named(room, said.text()));
    chat.order().slowMode().take(seat.who(), room.name());
    seat.typing().end(name);
    MessageLog.Receipt receipt =
        outcomes.receipt(
            ref,
            turn,
            (event, again) -> {
              if (!again) {
                tellOtherLines(event, room);
              }
              outcomes.acknowledge(event, ref, name, turn);
            });
    chat.order().slowMode().post(room, new Draft.Post(room.name(), seat.who(), body, ref), receipt);
  }

  /** The author is not told of the own message, but by connections that did not say it. */
  private void tellOtherLines(StoredEvent event, OpenRoom room) {
    chat.seats()
        .of(event.authorId())
        .filter(author -> author.isIn(room))
        .map(author -> author.linesBut(client))
        .ifPresent(
            others -> {
              ServerMessage told = StoredMessage.of(event, room.name().value());
              others.forEach(line -> line.send(told));
            });
  }

  private void toOne(long to, Body body, @Nullable String ref, Turn turn) {
    Participant me = seat.who();
    String name = RoomName.privateWith(to);
    String called = chat.directory().nameOf(to);
    seat.typing().end(name);
    chat.privateChats()
        .send(
            new Draft.Post(RoomName.between(me.id(), to), me, body, ref),
            outcomes.receipt(
                ref,
                turn,
                (event, again) -> {
                  if (!again) {
                    chat.privateDelivery().deliver(event, called);
                  }
                  outcomes.acknowledge(event, ref, name, turn);
                }));
  }
}
