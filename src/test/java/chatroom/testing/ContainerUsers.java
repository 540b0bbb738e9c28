package chatroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Whom every container of the tests knows, in its own realm. */
public final class ContainerUsers {
  /** Each one's, and not one that anybody would take. */
  public static final String PASSWORD = "container-secret";

  /** By name, the roles that they have there. */
  static final Map<String, List<String>> ROLES =
      Map.of(
          "alice", List.of("staff"),
          "bob", List.of("staff"),
          "mo", List.of("staff", "chat-moderator"),
          "boss", List.of("chat-admin"));

  private ContainerUsers() {}

  /** What a client says in {@code Authorization} to be one of them. */
  public static String credentials(String user) {
    return credentials(user, PASSWORD);
  }

  /** The same with another password. */
  public static String credentials(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  /** The cookie of a session in which one of them signed in. */
  public static String session(ChatServer server, String user) {
    HttpResponse<byte[]> page = Uploader.of(server, "").get("", "Authorization", credentials(user));
    String cookie = page.headers().firstValue("Set-Cookie").orElse("none");
    if (page.statusCode() != 200 || !cookie.contains(";")) {
      throw new AssertionError(page.statusCode() + " " + cookie);
    }
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
