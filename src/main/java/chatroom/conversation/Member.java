package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.NameChanged;
import chatroom.wire.StoredMessage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client does once it has been greeted. Every act ends its turn, at once or when the log has
 * kept it.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Member {
  private static final Logger log = LoggerFactory.getLogger(Member.class);

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final RoomNames names;
  private final Visits visits;
  private final Answers answers;
  private final RoomActs roomActs;
  private final Typist typist;
  private final Consumer<Rejection> refuse;

  /**
   * @param refuse answers what could not be kept
   */
  Member(
      Chat chat,
      Client client,
      Seat seat,
      RoomNames names,
      Visits visits,
      Answers answers,
      Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.names = names;
    this.visits = visits;
    this.answers = answers;
    this.roomActs = new RoomActs(chat, client, seat, names, visits, refuse);
    this.typist = new Typist(chat, seat, names);
    this.refuse = refuse;
  }

  /** Whether a message is stored together with others and not after them. */
  static boolean isPost(ClientMessage message) {
    return message instanceof ClientMessage.Post || message instanceof ClientMessage.PrivatePost;
  }

  /** Does what the client says in its turn; who has left does nothing more. */
  void act(ClientMessage message, Turn turn) throws Rejection, Unavailable {
    if (seat.isVacated()) {
      turn.end();
    } else if (message instanceof ClientMessage.Post post) {
      post(post, turn);
    } else if (message instanceof ClientMessage.PrivatePost post) {
      postPrivately(post, turn);
    } else if (message instanceof ClientMessage.SetName change) {
      rename(change.name(), change.ref(), turn);
    } else if (message instanceof ClientMessage.RoomAct act) {
      roomActs.act(act, turn);
    } else {
      attend(message);
      turn.end();
    }
  }

  private void attend(ClientMessage message) throws Rejection {
    if (message instanceof ClientMessage.JoinRoom wanted) {
      visits.join(wanted);
    } else if (message instanceof ClientMessage.LeaveRoom wanted) {
      visits.leave(wanted);
    } else if (message instanceof ClientMessage.Type said) {
      typist.type(said);
    } else {
      answers.answer(message);
    }
  }

  private void post(ClientMessage.Post post, Turn turn) throws Rejection, Unavailable {
    String text = post.content();
    if (text == null || text.isEmpty()) {
      turn.end();
      return;
    }
    OpenRoom room = names.writable(post.room());
    seat.typing().end(room.name().value());
    room.post(
        new Draft.Post(room.name(), seat.who(), text, post.ref()),
        receipt(
            post.ref(),
            turn,
            (message, again) -> {
              if (!again) {
                tellNewerConnection(message, room);
              }
              turn.end(() -> acknowledge(message, post.ref(), room.name().value()));
            }));
  }

  /** The author is not told of the own message, but it may be another connection by now. */
  private void tellNewerConnection(StoredEvent event, OpenRoom room) {
    chat.seats()
        .of(event.authorId())
        .filter(author -> author.isIn(room))
        .flatMap(Seat::client)
        .filter(present -> present != client)
        .ifPresent(present -> present.send(StoredMessage.of(event, room.name().value())));
  }

  private void postPrivately(ClientMessage.PrivatePost post, Turn turn) throws Rejection {
    Participant me = seat.who();
    Participant to = chat.directory().addressee(post.toId());
    String text = post.content();
    if (text == null || text.isEmpty()) {
      turn.end();
      return;
    }
    seat.typing().end(RoomName.privateWith(to.id()));
    chat.privateChats()
        .send(
            new Draft.Post(RoomName.between(me.id(), to.id()), me, text, post.ref()),
            receipt(
                post.ref(),
                turn,
                (message, again) -> {
                  if (!again) {
                    chat.privateDelivery().deliver(message, to.name().text());
                  }
                  String room = RoomName.privateWith(to.id());
                  turn.end(() -> acknowledge(message, post.ref(), room));
                }));
  }

  private MessageLog.Receipt receipt(
      @Nullable String ref, Turn turn, BiConsumer<StoredEvent, Boolean> stored) {
    return new MessageLog.Receipt() {
      @Override
      public void stored(StoredEvent event, boolean again) {
        stored.accept(event, again);
      }

      @Override
      public void refused(Unavailable why) {
        turn.end(() -> refuse.accept(Refusals.unavailable().answering(ref)));
      }

      @Override
      public void rejected(Rejection why) {
        turn.end(() -> refuse.accept(why.answering(ref)));
      }
    };
  }

  private void acknowledge(StoredEvent event, @Nullable String ref, String room) {
    if (ref != null) {
      client.send(new Ack(chat.now(), ref, event.id(), event.seq(), room));
    }
  }

  /** Takes another name, and tells everybody when it is kept. */
  void rename(@Nullable String wanted, @Nullable String ref, Turn turn)
      throws Rejection, Unavailable {
    if (wanted == null) {
      throw new Rejection(Code.INVALID_NAME);
    }
    if (seat.isRenaming()) {
      throw new Unavailable(); // By a connection that is gone: the names would cross.
    }
    Participant me = seat.who();
    Nickname name = chat.directory().claim(me, wanted);
    if (name.equals(me.name())) {
      turn.end(() -> client.send(nameChanged(name, name)));
      return;
    }
    seat.setRenaming(true);
    chat.guestbook()
        .rename(
            me.id(),
            name.text(),
            () -> {
              renamed(me, name);
              turn.end();
            },
            () -> {
              seat.setRenaming(false);
              chat.directory().free(me, name);
              turn.end(() -> refuse.accept(Refusals.unavailable().answering(ref)));
            });
  }

  private void renamed(Participant before, Nickname name) {
    seat.setRenaming(false);
    if (seat.isVacated()) {
      chat.directory().free(before, name);
      return;
    }
    Participant now = before.named(name);
    log.info("User{} was renamed from {} to {}", now.id(), before.name(), name);
    chat.directory().rename(now, name);
    seat.renamed(now);
    chat.directory().free(now, before.name());
    seat.client().ifPresent(present -> present.send(nameChanged(before.name(), name)));
    seat.rooms().forEach(room -> room.rename(now, before.name()));
  }

  private NameChanged nameChanged(Nickname before, Nickname now) {
    return new NameChanged(chat.now(), new NameChanged.Names(before.text(), now.text()));
  }
}
