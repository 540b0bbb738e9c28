package chatroom.endpoint;

import chatroom.conversation.Login;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Who a request is from: by the word of a trusted proxy, of the container, or by the session in
 * which the container's user signed in before.
 *
 * <p>Thread safety: immutable.
 */
public final class RequestLogin {
  /** The container's role of those who may do everything here. */
  static final String ADMIN = "chat-admin";

  /** The container's role of those who keep order among members. */
  static final String MODERATOR = "chat-moderator";

  private final TrustedHeader header;

  public RequestLogin(TrustedHeader header) {
    this.header = header;
  }

  /** Whoever it is; empty if nobody vouches for anybody. */
  public Optional<Login> of(HttpServletRequest request) {
    return byHeader(request)
        .or(() -> byContainer(request))
        .or(() -> SessionSockets.of(request.getSession(false)).map(SessionSockets::login));
  }

  /** The same, with the session in which they signed in, if they did in one. */
  Optional<KnownUser> known(HttpServletRequest request) {
    return of(request)
        .map(login -> new KnownUser(login, SessionSockets.of(request.getSession(false))));
  }

  /** Whoever a trusted proxy says it is. */
  Optional<Login> byHeader(HttpServletRequest request) {
    return header.login(request);
  }

  /** Whoever the container says it is, with the roles of this moment. */
  Optional<Login> byContainer(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    String name = principal == null ? null : principal.getName();
    return name == null || name.isBlank()
        ? Optional.empty()
        : Optional.of(Login.of(name, request.isUserInRole(ADMIN), request.isUserInRole(MODERATOR)));
  }
}
