package chatroom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a request says behind the question mark. */
final class Query {
  private Query() {}

  /**
   * From the query alone: a container would look for more of them in the body.
   *
   * @throws HttpRefusal if it cannot be read
   */
  static Optional<String> parameter(HttpServletRequest request, String name) throws HttpRefusal {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    try {
      return Arrays.stream(query.split("&", -1))
          .filter(it -> it.startsWith(name + "="))
          .map(it -> URLDecoder.decode(it.substring(name.length() + 1), StandardCharsets.UTF_8))
          .findFirst();
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.badRequest("The query cannot be read");
    }
  }
}
