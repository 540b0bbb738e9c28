package chatroom.endpoint;

import chatroom.conversation.Login;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in by an HTTP session, and the sockets that were opened with it: when it ends, by a
 * logout or by time, they are closed, on every container alike.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class SessionSockets implements HttpSessionBindingListener {
  private static final String KEY = SessionSockets.class.getName();

  private final Lock lock = new ReentrantLock();
  private volatile Login login;

  /** Guarded by {@code lock}. */
  private final Set<Client> clients = new HashSet<>();

  /** Guarded by {@code lock}. */
  private boolean ended;

  SessionSockets(Login login) {
    this.login = login;
  }

  /** Those of a session, if anybody signed in by it. */
  static Optional<SessionSockets> of(@Nullable HttpSession session) {
    try {
      return session != null && session.getAttribute(KEY) instanceof SessionSockets it
          ? Optional.of(it)
          : Optional.empty();
    } catch (IllegalStateException ended) {
      return Optional.empty();
    }
  }

  /** The session is theirs from now on; the sockets of those before are closed. */
  void attach(HttpSession session) {
    session.setAttribute(KEY, this);
  }

  /** Who signed in, with the roles that they had last. */
  Login login() {
    return login;
  }

  /** The same user may do something else now. */
  void renew(Login now) {
    login = now;
  }

  /** A socket was opened with the session, which may have ended meanwhile. */
  void add(Client client) {
    lock.lock();
    try {
      if (!ended) {
        clients.add(client);
      }
    } finally {
      lock.unlock();
    }
    if (hasEnded()) {
      client.end(Disconnect.SIGNED_OUT);
    }
    client.onLeave(any -> remove(client));
  }

  private boolean hasEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  private void remove(Client client) {
    lock.lock();
    try {
      clients.remove(client);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    List<Client> last;
    lock.lock();
    try {
      ended = true;
      last = List.copyOf(clients);
      clients.clear();
    } finally {
      lock.unlock();
    }
    last.forEach(client -> client.end(Disconnect.SIGNED_OUT));
  }
}
