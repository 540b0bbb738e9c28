package chatroom.endpoint;

import chatroom.conversation.Login;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the container sign in whoever asks for anything, if it is to, and ties what it says to the
 * session: the page, the sockets and the uploads of one session are one user's. Guests are given no
 * session.
 *
 * <p>{@code GET login} keeps the session of the page alive, and tells for how long; {@code DELETE
 * login} ends it.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class SignInFilter implements Filter {
  private static final Logger log = LoggerFactory.getLogger(SignInFilter.class);
  private static final String LOGIN = "/login";

  /** What the container's own form for signing in consists of. */
  private static final Set<String> FORM =
      Set.of("/login.html", "/css/base.css", "/css/login.css", "/img/icon.svg");

  private static final String CSP = "Content-Security-Policy";

  private final RequestLogin logins;
  private final RequestSource source;
  private final boolean required;
  private final Predicate<String> open;
  private final Lock lock = new ReentrantLock();

  /**
   * @param source which pages are one's own
   * @param required whether nobody gets anything whom the container does not know
   * @param open what pages of other origins may read all the same, by its path in the application
   */
  public SignInFilter(
      RequestLogin logins, RequestSource source, boolean required, Predicate<String> open) {
    this.logins = logins;
    this.source = source;
    this.required = required;
    this.open = open;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = Paths.of(http);
    if (path.equals(LOGIN)) {
      answer(http, answer);
    } else if (FORM.contains(path) || isForOthers(http, path) || isKnown(http, answer)) {
      chain.doFilter(request, response);
    }
  }

  /** No browser would bring a login to a page of another origin, to load the element with. */
  private boolean isForOthers(HttpServletRequest request, String path) {
    return open.test(path) && source.welcomeGuest(request).isPresent();
  }

  /** The container has counted the session as used by now. */
  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    HttpSession session = request.getSession(false);
    boolean over = request.getMethod().equals("DELETE");
    if (over && session != null) {
      session.invalidate();
    }
    if (over || session == null || SessionSockets.of(session).isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setContentType("application/json;charset=UTF-8");
      String text = "{\"idle_seconds\":" + Math.max(0, session.getMaxInactiveInterval()) + "}";
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether the request may go on; if not, it is answered. */
  private boolean isKnown(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (required && source.welcomeGuest(request).isPresent() && showsOtherProof(request)) {
      return true;
    } else if (required && HandshakeFilter.isSocket(request) && !source.isOwn(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return false;
    }
    if (logins.byHeader(request).isPresent()) {
      return true;
    }
    Optional<Login> login = logins.byContainer(request);
    if (login.isEmpty() && required) {
      if (SessionSockets.of(request.getSession(false)).isPresent() && !hasCredentials(request)) {
        return true;
      } else if (!authenticate(request, response)) {
        return false;
      }
      login = logins.byContainer(request);
      if (login.isEmpty()) {
        log.error("auth = container, but nothing in the container signs anybody in");
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
      }
    }
    login.ifPresent(it -> tie(request, it));
    return true;
  }

  /**
   * Whether the page of another origin that asks has something to show, which is looked at where it
   * is used: a ticket for a socket, a token for uploads.
   */
  private static boolean showsOtherProof(HttpServletRequest request) {
    return HandshakeFilter.isSocket(request)
        ? HandshakeFilter.ticket(request).isPresent()
        : Paths.of(request).startsWith("/uploads")
            && request.getHeader("Authorization") != null
            && !hasCredentials(request);
  }

  /** A token for uploads is ours, and nothing that a container could make sense of. */
  private static boolean hasCredentials(HttpServletRequest request) {
    String said = request.getHeader("Authorization");
    return said != null && !said.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
  }

  /** The container may show a form, which may be sent. */
  private static boolean authenticate(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String policy = response.getHeader(CSP);
    if (policy != null) {
      response.setHeader(CSP, policy.replace("form-action 'none'", "form-action 'self'"));
    }
    boolean known = request.authenticate(response);
    if (known && policy != null) {
      response.setHeader(CSP, policy);
    }
    return known;
  }

  /** A session of somebody else, which a browser was made to use, is worth nothing to them then. */
  private void tie(HttpServletRequest request, Login login) {
    lock.lock();
    try {
      HttpSession session = request.getSession(required && !HandshakeFilter.isSocket(request));
      if (session == null) {
        return;
      }
      Optional<SessionSockets> before = SessionSockets.of(session);
      if (before.isPresent() && before.get().login().principal().equals(login.principal())) {
        before.get().renew(login);
        return;
      }
      if (!session.isNew()) {
        request.changeSessionId();
      }
      new SessionSockets(login).attach(session);
    } catch (IllegalStateException ended) {
      log.debug("A session ended while its user came", ended);
    } finally {
      lock.unlock();
    }
  }
}
