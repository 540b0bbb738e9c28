package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.UserId;
import chatroom.wire.ClientMessage;
import chatroom.wire.Malformed;
import chatroom.wire.ServerMessage.Ack;
import chatroom.wire.ServerMessage.NameChanged;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's part in the chat: it is greeted, does what it may as often as it may, and leaves
 * exactly once.
 *
 * <p>Thread safety: what comes from the client is for one thread at a time, as containers call; the
 * rest happens on the lanes.
 */
public final class Conversation {
  private static final Logger log = LoggerFactory.getLogger(Conversation.class);

  private final Chat chat;
  private final Client client;
  private final Answers answers;
  private final RateLimit rate;
  private final Refusals refusals;

  /** Written by the thread that reads; also read by lanes. */
  private volatile Participant me;

  private Conversation(Chat chat, Client client) {
    this.chat = chat;
    this.client = client;
    this.me = chat.directory().admit(chat.clock().instant());
    this.rate = new RateLimit(chat.limits().actsPerSecond(), chat.nanoTime());
    this.answers = new Answers(chat, client, me.id(), rate::answered);
    this.refusals = new Refusals(client, rate, chat.clock(), chat.nanoTime(), answers::inTurn);
  }

  /** Greets a client and lets it into the room. */
  public static Conversation begin(Chat chat, Client client) {
    Conversation conversation = new Conversation(chat, client);
    conversation.enter();
    return conversation;
  }

  private void enter() {
    Participant newcomer = me;
    log.info("{} connected from {}", this, client.address());
    chat.general()
        .enter(
            newcomer,
            members -> {
              // Here, so that nothing comes before the greeting, and nothing said later is missed.
              chat.directory().appear(newcomer.id());
              chat.privateDelivery().subscribe(newcomer.id(), client);
              answers.welcome(newcomer);
              answers.users(members);
              answers.newestHistory();
              chat.generalClients().subscribe(newcomer.id(), client);
            });
    // Last: if the client has left meanwhile, its leaving comes after its entering.
    client.onLeave(this::leave);
  }

  private void leave(Disconnect why) {
    Participant who = me;
    log.info("{} left: {}", this, why.reason());
    chat.general()
        .leave(
            who.id(),
            () -> {
              chat.generalClients().unsubscribe(who.id());
              chat.privateDelivery().unsubscribe(who.id());
              return chat.directory().depart(who.id());
            });
  }

  /** Does what the client says, or answers why not. */
  public void receive(ClientMessage message) {
    try {
      handle(message);
    } catch (Rejection e) {
      refusals.answer(this, e.answering(message.ref()));
    } catch (Unavailable e) {
      refusals.answer(this, Refusals.unavailable().answering(message.ref()));
    }
  }

  /** Answers that a text says nothing. */
  public void malformed(Malformed text) {
    refusals.charge(this, text.rejection());
  }

  /** Answers that a text was too large. */
  public void tooLarge() {
    refusals.tooLarge(this);
  }

  /** Answers that binary frames say nothing. */
  public void binary() {
    refusals.binary(this);
  }

  private void handle(ClientMessage message) throws Rejection, Unavailable {
    if (message instanceof ClientMessage.Post post) {
      post(post);
    } else if (message instanceof ClientMessage.PrivatePost post) {
      postPrivately(post);
    } else if (message instanceof ClientMessage.SetName change) {
      rename(change);
    } else {
      rate.question();
      answers.answer(message);
    }
  }

  private void post(ClientMessage.Post post) throws Rejection, Unavailable {
    String text = charged(post.content());
    if (!text.isEmpty()) {
      RoomName room = answers.publicRoom(post.room());
      chat.general()
          .post(
              new Draft(room, me, text, post.ref()),
              receipt(
                  post.ref(), (message, again) -> acknowledge(message, post.ref(), room.value())));
    }
  }

  private void postPrivately(ClientMessage.PrivatePost post) throws Rejection, Unavailable {
    String text = charged(post.content());
    Participant to = addressee(post.toId());
    if (!text.isEmpty()) {
      chat.privateChats()
          .send(
              new Draft(RoomName.between(me.id(), to.id()), me, text, post.ref()),
              receipt(
                  post.ref(),
                  (message, again) -> {
                    if (!again) {
                      chat.privateDelivery().deliver(message, to);
                    }
                    acknowledge(message, post.ref(), RoomName.privateWith(to.id()));
                  }));
    }
  }

  private MessageLog.Receipt receipt(
      @Nullable String ref, BiConsumer<ChatMessage, Boolean> stored) {
    return new MessageLog.Receipt() {
      @Override
      public void stored(ChatMessage message, boolean again) {
        stored.accept(message, again);
      }

      @Override
      public void refused(Unavailable why) {
        refusals.answer(Conversation.this, Refusals.unavailable().answering(ref));
      }
    };
  }

  /** The text, paid for: an empty one is ignored, but not for nothing. */
  private String charged(@Nullable String content) throws Rejection {
    if (content == null || content.isEmpty()) {
      rate.question();
      return "";
    }
    rate.act();
    return content;
  }

  private Participant addressee(@Nullable String toId) throws Rejection {
    OptionalLong id = UserId.parse(toId == null ? "" : toId);
    return id.isEmpty()
        ? notFound()
        : chat.directory()
            .find(id.getAsLong())
            .orElseThrow(() -> new Rejection(Code.USER_NOT_FOUND));
  }

  private static Participant notFound() throws Rejection {
    throw new Rejection(Code.USER_NOT_FOUND);
  }

  private void acknowledge(ChatMessage message, @Nullable String ref, String room) {
    if (ref != null) {
      client.send(new Ack(chat.now(), ref, message.id(), message.seq(), room));
    }
  }

  private void rename(ClientMessage.SetName change) throws Rejection {
    rate.act();
    if (change.name() == null) {
      throw new Rejection(Code.INVALID_NAME);
    }
    Nickname oldName = me.name();
    Participant renamed = chat.directory().rename(me, change.name());
    me = renamed;
    String newName = renamed.name().text();
    log.info("User{} was renamed from {} to {}", renamed.id(), oldName, newName);
    NameChanged answer =
        new NameChanged(chat.now(), new NameChanged.Names(oldName.text(), newName));
    if (oldName.equals(renamed.name())) {
      answers.inTurn(() -> client.send(answer));
    } else {
      chat.general()
          .rename(
              renamed,
              oldName,
              () -> {
                chat.directory().free(renamed, oldName);
                client.send(answer);
              });
    }
  }

  /** Who it is, for the log. */
  @Override
  public String toString() {
    return me.name() + " (" + me.id() + ")";
  }
}
