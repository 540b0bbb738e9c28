package chatroom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What a request asks for, within the application, whatever it is mapped to. */
final class RequestPath {
  private RequestPath() {}

  /** The path, with a slash before it. */
  static String of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  /** The path in UTF-8 whatever the container decodes it by, which on Payara is ISO 8859-1. */
  static String decoded(HttpServletRequest request) {
    String address = request.getRequestURI().substring(request.getContextPath().length());
    String path = address.replaceAll(";[^/]*", "").replace("+", "%2B");
    return URLDecoder.decode(path, StandardCharsets.UTF_8);
  }
}
