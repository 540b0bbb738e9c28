package chatroom.delivery;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All clients of this node; each is let in once and leaves exactly once. A client that has left
 * keeps its place until its connection is closed, for until then it costs what a client costs.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class ClientRegistry {
  private final Admission admission;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final Set<Client> placed = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param admission decides who is let in
   */
  public ClientRegistry(Admission admission) {
    this.admission = admission;
  }

  /** Lets a client in, if there is a place and the registry is not closed. */
  boolean add(Client client) {
    if (!admission.tryAdmit(client.address())) {
      return false;
    }
    placed.add(client);
    clients.add(client);
    // Looked at after adding: whoever closed has either seen this client or is seen here.
    if (closed && clients.remove(client)) {
      release(client);
      return false;
    }
    return true;
  }

  /** Takes a client out; true for the one call that did. */
  boolean remove(Client client) {
    return clients.remove(client);
  }

  /** Gives the place of a client back whose connection is closed. */
  void release(Client client) {
    if (placed.remove(client)) {
      admission.release(client.address());
    }
  }

  /** Lets nobody in any more. */
  void close() {
    closed = true;
  }

  /** Whether nobody is let in any more. */
  public boolean isClosed() {
    return closed;
  }

  /** All clients, as they come and go. */
  public Collection<Client> all() {
    return Collections.unmodifiableCollection(clients);
  }

  /** How many there are. */
  public int size() {
    return clients.size();
  }
}
