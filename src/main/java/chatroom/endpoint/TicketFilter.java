package chatroom.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code POST ticket} gives whom the container or a trusted proxy knows a ticket for a page of
 * another origin: {@code {"ticket":…,"expires_in":…}}, in seconds. Everything else goes by.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class TicketFilter implements Filter {
  private static final String PATH = "/ticket";

  private final Tickets tickets;
  private final RequestLogin logins;
  private final RequestSource source;

  public TicketFilter(Tickets tickets, RequestLogin logins, RequestSource source) {
    this.tickets = tickets;
    this.logins = logins;
    this.source = source;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (Paths.of(http).equals(PATH)) {
      answer(http, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "invalid_request", "Only POST");
    } else if (!source.isOwn(request)) {
      String why = "Pages of another origin get their ticket from their own server";
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "not_allowed", why);
    } else {
      Optional<KnownUser> holder = logins.known(request);
      if (holder.isPresent()) {
        write(
            response,
            "{\"ticket\":\"%s\",\"expires_in\":%d}"
                .formatted(tickets.issue(holder.get()), Tickets.LIFE.toSeconds()));
      } else {
        String why = "Neither the container nor a trusted proxy says who asks";
        refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "auth_failed", why);
      }
    }
  }

  private static void refuse(HttpServletResponse response, int status, String code, String message)
      throws IOException {
    response.setStatus(status);
    write(response, "{\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
  }

  private static void write(HttpServletResponse response, String json) throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
