package chatroom.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Sends with every answer what a browser has to know to keep the page safe: nothing runs and
 * nothing loads that is not a file of this application, and no text becomes markup.
 *
 * <p>Thread safety: without state.
 */
public final class SecurityHeaders implements Filter {
  private static final Map<String, String> HEADERS =
      Map.of(
          // CSP Level 3; Trusted Types make every HTML sink of the DOM refuse strings. An image of
          // another place is loaded when somebody asks for it. The one policy gives the address of
          // the page's worker, whatever it is asked for.
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' blob: https: http:; base-uri 'none';"
              + " form-action 'none'; frame-ancestors 'self'; object-src 'none';"
              + " require-trusted-types-for 'script'; trusted-types chatroom-worker",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          // Files change with the WAR: ask each time, the answer is mostly 304.
          "Cache-Control",
          "no-cache");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = (HttpServletResponse) response;
    HEADERS.forEach(http::setHeader);
    chain.doFilter(request, response);
  }
}
