package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.Uploader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pages of other origins may read: what the element is made of, and nothing with a cookie. */
final class CrossOriginIT {
  private static final String PORTAL = "https://portal.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @RegisterExtension static final RunningChat CHAT = RunningChat.with("allowed-origins", PORTAL);

  private static HttpResponse<byte[]> get(ChatServer server, String path, String origin) {
    return Uploader.of(server, "").get(path, "Origin", origin);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private static String own() {
    return "http://" + CHAT.server().url().getAuthority();
  }

  @Test
  void theElementCanBeLoadedByAPageThatMayConnect() {
    for (String path :
        List.of("js/main.js", "css/chat-room.css", "i18n/de.js", "img/icon.svg", "asyncapi.yaml")) {
      HttpResponse<byte[]> answer = get(CHAT.server(), path, PORTAL);
      assertEquals(200, answer.statusCode(), path);
      assertEquals(PORTAL, header(answer, ALLOWED), path);
      assertEquals("Origin, Accept-Encoding", header(answer, "Vary"), path);
      assertEquals("", header(answer, "Access-Control-Allow-Credentials"), path);
    }
  }

  @Test
  void noOtherPageCanReadIt_andNoPageCanBeRead() {
    for (String origin : List.of("https://evil.example", "null", own(), PORTAL + ".evil.example")) {
      assertEquals("", header(get(CHAT.server(), "js/main.js", origin), ALLOWED), origin);
    }
    for (String path : List.of("", "index.html", "login.html", "login", "ticket", "ws")) {
      assertEquals("", header(get(CHAT.server(), path, PORTAL), ALLOWED), path);
    }
  }

  @Test
  void aBrowserIsToldBeforeItSendsAnImage() {
    assertEquals("204 POST", preflight("uploads?room=general", PORTAL));
    assertEquals("204 POST", preflight("uploads/x", PORTAL));
    assertEquals("403 none", preflight("uploads?room=general", "https://evil.example"));
    assertEquals("none", preflight("ticket", PORTAL).substring(4));
  }

  private static String preflight(String path, String origin) {
    HttpResponse<byte[]> answer =
        Uploader.send(
            Uploader.of(CHAT.server(), "")
                .request(path, "Origin", origin, "Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    boolean told =
        header(answer, "Access-Control-Allow-Methods").equals("GET, HEAD, POST")
            && header(answer, "Access-Control-Allow-Headers").equals("Authorization, Content-Type")
            && header(answer, ALLOWED).equals(origin);
    return answer.statusCode() + (told ? " POST" : " none");
  }

  @Test
  void whereTheContainerSignsInTheElementLoadsWithoutALogin_andNothingElse() {
    try (var server = ChatServer.start(Map.of("auth", "container", "allowed-origins", PORTAL))) {
      assertEquals(200, get(server, "js/main.js", PORTAL).statusCode());
      assertEquals(401, get(server, "js/main.js", "https://evil.example").statusCode());
      assertEquals(401, get(server, "", PORTAL).statusCode());
      for (String path : List.of("", "index.html", "archive/", "archive/general/", "login")) {
        HttpResponse<byte[]> refused = Uploader.of(server, "x").get(path, "Origin", PORTAL);
        assertEquals(path.equals("login") ? 204 : 401, refused.statusCode(), path);
      }
    }
  }
}
