package chatroom.delivery;

import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands what is stored in private chats to both of their users, if they are here.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class PrivateDelivery {
  /** Each list is unmodifiable. */
  private final Map<Long, List<Client>> clients = new ConcurrentHashMap<>();

  private final Ignores ignores;

  /** Whether somebody wants to hear nothing of somebody. */
  @FunctionalInterface
  public interface Ignores {
    /** Whether the one ignores the other; asked by the thread that delivers. */
    boolean test(long userId, long otherId);
  }

  /**
   * @param ignores whom one is told nothing of
   */
  public PrivateDelivery(Ignores ignores) {
    this.ignores = ignores;
  }

  /** Adds a client of a user, who may have others; it is not there yet. */
  public void subscribe(long userId, Client client) {
    clients.merge(
        userId,
        List.of(client),
        (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
  }

  /** Takes a client of a user out. */
  public void unsubscribe(long userId, Client client) {
    clients.computeIfPresent(userId, (id, some) -> without(some, client));
  }

  private static @Nullable List<Client> without(List<Client> some, Client gone) {
    List<Client> left = some.stream().filter(it -> it != gone).toList();
    return left.isEmpty() ? null : left;
  }

  /**
   * Tells both, but not who ignores the one who did it; who is alone in a chat is told once what
   * looks the same to both.
   *
   * @param otherName of the one who did not do it
   */
  public void deliver(StoredEvent event, String otherName) {
    long author = event.authorId();
    long other = event.room().other(author);
    ServerMessage received = StoredMessage.of(event, RoomName.privateWith(author));
    ServerMessage sent = StoredMessage.sent(event, other, otherName);
    if (!ignores.test(other, author)) {
      with(other, client -> client.send(received));
    }
    if (author != other || !sent.equals(received)) {
      with(author, client -> client.send(sent));
    }
  }

  private void with(long userId, Consumer<Client> action) {
    clients.getOrDefault(userId, List.of()).forEach(action);
  }
}
