package chatroom.delivery;

import chatroom.room.ChatMessage;
import chatroom.room.Participant;
import chatroom.room.RoomName;
import chatroom.wire.StoredMessage.PrivateMessage;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Hands stored private messages to both of their users, if they are here.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class PrivateDelivery {
  private final Map<Long, Client> clients = new ConcurrentHashMap<>();

  /** Adds the client of a user. */
  public void subscribe(long userId, Client client) {
    clients.put(userId, client);
  }

  /** Takes the client of a user out. */
  public void unsubscribe(long userId) {
    clients.remove(userId);
  }

  /** Tells both. */
  public void deliver(ChatMessage message, Participant to) {
    with(
        to.id(),
        client ->
            client.send(PrivateMessage.of(message, RoomName.privateWith(message.authorId()))));
    with(
        message.authorId(),
        client -> client.send(PrivateMessageSent.of(message, to.id(), to.name().text())));
  }

  private void with(long userId, Consumer<Client> action) {
    Client client = clients.get(userId);
    if (client != null) {
      action.accept(client);
    }
  }
}
