package chatroom.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that have a peer and headers, and nothing else. */
final class Requests {
  private Requests() {}

  /**
   * A request.
   *
   * @param headers by their name, to the letter; the values of one that came more than once in
   *     order
   */
  static HttpServletRequest from(String peer, Map<String, List<String>> headers) {
    Object request =
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                answer(method.getName(), peer, headers, arguments == null ? "" : arguments[0]));
    return (HttpServletRequest) request;
  }

  private static @Nullable Object answer(
      String method, String peer, Map<String, List<String>> headers, Object name) {
    List<String> values = headers.getOrDefault(name.toString(), List.of());
    return switch (method) {
      case "getRemoteAddr" -> peer;
      case "getHeader" -> values.isEmpty() ? null : values.get(0);
      case "getHeaders" -> Collections.enumeration(values);
      default -> throw new UnsupportedOperationException(method);
    };
  }
}
