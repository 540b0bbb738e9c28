package chatroom.endpoint;

import chatroom.delivery.PeerAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who may open a WebSocket before there is one, and answers whoever comes to its address by
 * plain HTTP.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class HandshakeFilter implements Filter {
  private static final Logger log = LoggerFactory.getLogger(HandshakeFilter.class);
  private static final int TOO_MANY_REQUESTS = 429;

  private static final Set<String> SOCKETS = Set.of(ChatEndpoint.PATH, EchoEndpoint.PATH);

  private static final String NOT_A_PAGE =
      """
      This address speaks WebSocket (RFC 6455), not plain HTTP.
      For people: the page one level up. For programs:
        wscat -c %s
      A proxy that answers this to a WebSocket client does not pass the headers Upgrade and \
      Connection on.
      """;

  private final Gate gate;
  private final RequestSource source;
  private final Runnable goodbye;

  /**
   * @param goodbye what is to happen before the sockets are closed: containers end a filter first
   */
  public HandshakeFilter(Gate gate, Runnable goodbye) {
    this.gate = gate;
    this.source = new RequestSource(gate.allowedOrigin(), gate.trustedProxy());
    this.goodbye = goodbye;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (isSocket(http)) {
      handshake(http, (HttpServletResponse) response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void handshake(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    PeerAddress address = source.address(request);
    Optional<String> foreign = source.foreignOrigin(request);
    if (!asksForWebSocket(request)) {
      answer(response, HttpServletResponse.SC_NOT_FOUND, NOT_A_PAGE.formatted(socketUrl(request)));
    } else if (foreign.isPresent()) {
      log.info("{} was refused: origin {} is foreign", address, foreign.get());
      answer(response, HttpServletResponse.SC_FORBIDDEN, "Pages of this origin may not connect.\n");
    } else if (gate.admission().isExhausted(address)) {
      log.info("{} was refused: too many connections from there", address);
      answer(response, TOO_MANY_REQUESTS, "Too many connections from this address.\n");
    } else {
      enter(request, response, chain, address);
    }
  }

  private void enter(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      PeerAddress address)
      throws IOException, ServletException {
    Optional<String> ticket = ticket(request);
    Optional<KnownUser> user =
        ticket.isPresent()
            ? gate.tickets().redeem(ticket.get())
            : source.isOwn(request) ? gate.logins().known(request) : Optional.empty();
    if (ticket.isPresent() && user.isEmpty()) {
      log.info("{} was refused: its ticket is not good", address);
      answer(response, HttpServletResponse.SC_UNAUTHORIZED, "This ticket is not good any more.\n");
    } else {
      new Handshake(gate, address, user, ticket.isPresent())
          .during(() -> chain.doFilter(request, response));
    }
  }

  /** What whoever opens a socket shows instead of what a browser brings by itself. */
  static Optional<String> ticket(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("ticket"));
  }

  private static boolean asksForWebSocket(HttpServletRequest request) {
    String upgrade = request.getHeader("Upgrade");
    return upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket");
  }

  /** Whether the request is for a socket. */
  static boolean isSocket(HttpServletRequest request) {
    return SOCKETS.contains(Paths.of(request));
  }

  private static String socketUrl(HttpServletRequest request) {
    return request.getRequestURL().toString().replaceFirst("^http", "ws");
  }

  private static void answer(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void destroy() {
    goodbye.run();
  }
}
