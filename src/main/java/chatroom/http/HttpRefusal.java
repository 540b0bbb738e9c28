package chatroom.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A request that is answered with no, and why: {@code {"code":…,"message":…}}, as an {@code error}
 * on the socket has them. Carries no stack trace, for it is an answer and not a failure.
 *
 * <p>Thread safety: immutable.
 */
final class HttpRefusal extends Exception {
  static final int TOO_MANY_REQUESTS = 429;
  static final int INSUFFICIENT_STORAGE = 507;

  private static final long serialVersionUID = 1L;
  private static final String RETRY_AFTER_SECONDS = "2";

  private final int status;
  private final String code;
  private final boolean last;

  /**
   * @param code for programs, of letters and underscores
   * @param message for people, without quotes
   */
  HttpRefusal(int status, String code, String message) {
    this(status, code, message, false);
  }

  private HttpRefusal(int status, String code, String message, boolean last) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.last = last;
  }

  /** The body did not come as fast as it should. */
  static HttpRefusal tooSlow() {
    return new HttpRefusal(
        HttpServletResponse.SC_REQUEST_TIMEOUT, "too_slow", "The upload was too slow", true);
  }

  /** The body ended before its end. */
  static HttpRefusal cutOff() {
    return new HttpRefusal(
        HttpServletResponse.SC_BAD_REQUEST, "invalid_request", "The upload was cut off", true);
  }

  /** There is more to do than can be done. */
  static HttpRefusal unavailable() {
    return new HttpRefusal(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable", "Try again");
  }

  /** It does not exist, or not for this user: nobody can tell which. */
  static HttpRefusal notFound(String code, String message) {
    return new HttpRefusal(HttpServletResponse.SC_NOT_FOUND, code, message);
  }

  static HttpRefusal badRequest(String message) {
    return new HttpRefusal(HttpServletResponse.SC_BAD_REQUEST, "invalid_request", message);
  }

  int status() {
    return status;
  }

  /** Whether what the request still sends is not waited for, and the connection ends. */
  boolean isLast() {
    return last;
  }

  void answer(HttpServletResponse response) throws IOException {
    announce(response);
    json(response, status, "{\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, getMessage()));
  }

  /** Tells in headers what programs may do about it. */
  void announce(HttpServletResponse response) {
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    } else if (status == TOO_MANY_REQUESTS
        || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
  }

  /** Answers with a text of JSON. */
  static void json(HttpServletResponse response, int status, String text) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
