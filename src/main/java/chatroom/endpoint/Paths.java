package chatroom.endpoint;

import jakarta.servlet.http.HttpServletRequest;

/** What requests ask for, within the application, whatever they are mapped to. */
final class Paths {
  private Paths() {}

  /** The path, with a slash before it. */
  static String of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
