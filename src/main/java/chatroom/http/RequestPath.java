package chatroom.http;

import jakarta.servlet.http.HttpServletRequest;

/** What a request asks for, within the application, whatever it is mapped to. */
final class RequestPath {
  private RequestPath() {}

  /** The path, with a slash before it. */
  static String of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
