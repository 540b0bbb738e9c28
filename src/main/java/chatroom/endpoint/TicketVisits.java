package chatroom.endpoint;

import chatroom.conversation.Login;
import chatroom.delivery.Client;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who is here by a ticket. To them a token is worth something as long as that: their browser brings
 * nothing else from a page of another origin.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class TicketVisits {
  private final Map<Client, Login> visits = new ConcurrentHashMap<>();

  /** A socket was opened with a ticket; it counts until its client leaves. */
  void add(Client client, Login login) {
    visits.put(client, login);
    client.onLeave(any -> visits.remove(client));
  }

  /** Whether somebody like that is here. */
  public boolean isHere(Predicate<Login> who) {
    return visits.values().stream().anyMatch(who);
  }
}
