package chatroom.endpoint;

import chatroom.conversation.Entrance;
import chatroom.delivery.Client;
import chatroom.delivery.PeerAddress;
import jakarta.servlet.ServletException;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new connection has to know of its application and its peer, carried from the filter that
 * saw the request to the endpoint.
 *
 * <p>The filter, the configurator and the upgrade run on one thread, so a thread-local carries it
 * there; the connection's own user properties carry it on. Containers without CDI offer nothing
 * better.
 *
 * @param gate the application's
 * @param address where the peer is
 * @param user who it is by the word of the container or a trusted proxy
 * @param byTicket whether a ticket said so
 */
record Handshake(Gate gate, PeerAddress address, Optional<KnownUser> user, boolean byTicket) {
  private static final String KEY = Handshake.class.getName();
  private static final ThreadLocal<@Nullable Handshake> CURRENT = new ThreadLocal<>();

  /** Something that an upgrade may happen in. */
  @FunctionalInterface
  interface Upgrade {
    void run() throws IOException, ServletException;
  }

  /** Runs the rest of a request, in which this is the handshake. */
  void during(Upgrade upgrade) throws IOException, ServletException {
    CURRENT.set(this);
    try {
      upgrade.run();
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * The handshake under way on this thread.
   *
   * @throws IllegalStateException if the filter was passed by
   */
  static Handshake current() {
    return require(CURRENT.get());
  }

  /** Gives it to the connection that is about to be. */
  void attach(ServerEndpointConfig config) {
    config.getUserProperties().put(KEY, this);
  }

  /** The handshake that a connection came from. */
  static Handshake of(Session session) {
    return of(session.getUserProperties());
  }

  /** The handshake in the user properties of a connection. */
  static Handshake of(Map<String, Object> userProperties) {
    return require((Handshake) userProperties.get(KEY));
  }

  /** How the connection comes in. */
  Entrance entrance() {
    return new Entrance(user.map(KnownUser::login), gate.signInRequired());
  }

  /** The session whose end is that of the connection, if there is one. */
  Optional<SessionSockets> session() {
    return user.flatMap(KnownUser::session);
  }

  /** Ties a client to what let it in. */
  void tie(Client client) {
    session().ifPresent(it -> it.add(client));
    user.filter(any -> byTicket).ifPresent(it -> gate.visits().add(client, it.login()));
  }

  private static Handshake require(@Nullable Handshake handshake) {
    if (handshake == null) {
      throw new IllegalStateException("a connection came past the handshake filter");
    }
    return handshake;
  }
}
