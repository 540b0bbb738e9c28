package chatroom.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets pages of the origins that may connect read what the element consists of, and images for a
 * token (Fetch, "CORS protocol"). Never with cookies: they would come along with whatever page
 * asks.
 *
 * <p>Thread safety: immutable.
 */
public final class CrossOriginFilter implements Filter {
  private static final String PREFLIGHT_SECONDS = "600";

  private final RequestSource source;
  private final Predicate<String> readable;

  /**
   * @param readable whether pages of other origins may read what is at that path of the application
   */
  public CrossOriginFilter(RequestSource source, Predicate<String> readable) {
    this.source = source;
    this.readable = readable;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!readable.test(Paths.of(http))) {
      chain.doFilter(request, response);
      return;
    }
    answer.addHeader("Vary", "Origin");
    Optional<String> guest = source.welcomeGuest(http);
    guest.ifPresent(origin -> answer.setHeader("Access-Control-Allow-Origin", origin));
    if (guest.isPresent() && isPreflight(http)) {
      answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
      answer.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
      answer.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
      answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
