package chatroom.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Several filters as one, the first first: of those that are added one by one Payara has the last
 * go first, and Tomcat the first.
 *
 * <p>Thread safety: immutable.
 */
final class InOrder implements Filter {
  private final List<Filter> filters;

  InOrder(List<Filter> filters) {
    this.filters = List.copyOf(filters);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    from(0, chain).doFilter(request, response);
  }

  private FilterChain from(int index, FilterChain end) {
    return index == filters.size()
        ? end
        : (request, response) ->
            filters.get(index).doFilter(request, response, from(index + 1, end));
  }

  @Override
  public void destroy() {
    filters.forEach(Filter::destroy);
  }
}
