package chatroom.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Images;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said is read without a script, by the day. */
final class ArchiveIT {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final long DAY_MILLIS = 86_400_000;

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private static HttpResponse<byte[]> get(String path, String... headers) {
    return Uploader.of(CHAT.server(), "").get(path, headers);
  }

  private static String page(HttpResponse<byte[]> answer) {
    String page = new String(answer.body(), UTF_8);
    assertEquals(200, answer.statusCode(), page);
    return page;
  }

  private static void assertHas(String page, String part) {
    assertTrue(page.contains(part), () -> part + " is not in " + page);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  /** A room of its own for a test. */
  private static String room(TestClient owner, boolean isPrivate) {
    String room = "tales-" + MADE.incrementAndGet();
    owner.send("create_room", "room", room, "topic", "Old tales", "private", isPrivate);
    owner.await("history", it -> it.getString("room").equals(room));
    return room;
  }

  private static long say(TestClient who, String room, String text) {
    who.send("message", "room", room, "content", text, "ref", text);
    return who.await("ack").getJsonNumber("id").longValueExact();
  }

  @Test
  void fromTheRoomsOneComesToADayAndItsMessages() {
    TestClient ann = CHAT.silent().hello("name", "Ann");
    String room = room(ann, false);
    long first = say(ann, room, "Once upon a time");

    String rooms = page(get("archive/"));
    assertHas(rooms, "<a href=\"../archive/" + room + "/\"><bdi>#" + room + "</bdi></a>");
    assertHas(rooms, "Old tales");
    String days = page(get("archive/" + room + "/"));
    assertHas(days, "<a href=\"../../archive/" + room + "/" + today() + "\">");
    String day = page(get("archive/" + room + "/" + today()));
    assertHas(day, "<li id=\"m" + first + "\">");
    assertHas(day, "<bdi>Ann</bdi>");
    assertHas(day, ">Once upon a time</div>");
    assertHas(day, "<link rel=\"stylesheet\" href=\"../../css/archive.css\">");
    assertEquals("text/css;charset=UTF-8", header(get("css/archive.css"), "Content-Type"));
  }

  @Test
  void whatBecameOfMessagesIsThereAndAnImageIsShown() {
    TestClient ann = CHAT.silent().hello("name", "Ann");
    String room = room(ann, false);
    long first = say(ann, room, "a");
    long gone = say(ann, room, "b");
    ann.send("message", "room", room, "content", "c", "reply_to", first, "ref", "c");
    ann.await("ack");
    ann.send("edit", "message_id", first, "content", "better", "ref", "e");
    ann.await("ack");
    ann.send("delete", "message_id", gone, "ref", "d");
    ann.await("ack");
    ann.send("react", "message_id", first, "emoji", "👍", "on", true, "ref", "r");
    ann.await("ack");
    Uploader uploader = Uploader.of(CHAT.server(), ann.token());
    String url = uploader.upload(room, Images.png());
    ann.send("image", "room", room, "url", url, "alt", "Colours", "ref", "i");
    ann.await("ack");

    String day = page(get("archive/" + room + "/" + today()));
    assertHas(day, ">better</div>");
    assertHas(day, ">edited</span>");
    assertHas(day, "This message was deleted.");
    assertHas(day, "<a href=\"#m" + first + "\"><bdi>Ann</bdi></a> <span>better</span>");
    assertHas(day, "<li>👍 1</li>");
    String image = "archive/" + room + "/img/" + url.substring("uploads/".length());
    assertHas(day, "<img src=\"../../" + image + "\" alt=\"Colours\"");
    assertArrayEquals(uploader.get(url).body(), get(image).body());
    assertEquals("image/png", header(get(image), "Content-Type"));
    assertEquals(401, get(url).statusCode(), "elsewhere it takes a token");
  }

  @Test
  void whatPeopleWriteIsNoMarkup() {
    TestClient eve = CHAT.silent().hello("name", "<i>\"Eve'&");
    String room = room(eve, false);
    say(eve, room, "<script>alert(1)</script><img src=x onerror=\"alert(1)\">");

    HttpResponse<byte[]> answer = get("archive/" + room + "/" + today());
    String day = page(answer);
    assertFalse(day.contains("<script"), day);
    assertFalse(day.contains("<img"), day);
    assertFalse(day.contains("<i>"), day);
    String policy = header(answer, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; img-src 'self';"), policy);
    assertFalse(policy.contains("script"), policy);
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("private, no-store", header(answer, "Cache-Control"));
    assertEquals("text/html;charset=UTF-8", header(answer, "Content-Type"));
  }

  @Test
  void aPrivateRoomIsForWhoMayReadItAndToOthersThereIsNone() {
    TestClient ann = CHAT.silent().hello();
    String room = room(ann, true);
    say(ann, room, "secret");
    String url = Uploader.of(CHAT.server(), ann.token()).upload(room, Images.png());
    ann.send("image", "room", room, "url", url, "ref", "i");
    ann.await("ack");
    TestClient eve = CHAT.silent().hello();
    Uploader owner = Uploader.of(CHAT.server(), ann.token());
    String image = "/img/" + url.substring("uploads/".length());

    assertHas(page(owner.get("archive/")), "#" + room + "<");
    assertHas(page(owner.get("archive/" + room + "/" + today())), "secret");
    assertEquals(200, owner.get("archive/" + room + image).statusCode());
    for (String token : new String[] {"", eve.token()}) {
      Uploader other = Uploader.of(CHAT.server(), token);
      assertFalse(page(other.get("archive/")).contains(room));
      for (String path : new String[] {"/", "/" + today(), "/" + today() + "?page=2", image}) {
        HttpResponse<byte[]> refused = other.get("archive/" + room + path);
        HttpResponse<byte[]> missing = other.get("archive/nowhere" + path);
        assertEquals(404, refused.statusCode());
        assertArrayEquals(missing.body(), refused.body());
        assertEquals(missing.headers().map().keySet(), refused.headers().map().keySet());
      }
    }
  }

  @Test
  void aPrivateChatIsNothingOfTheArchive() {
    TestClient ann = CHAT.silent().hello();
    TestClient bob = CHAT.silent().hello();
    ann.send("private_message", "to_id", bob.id(), "content", "psst", "ref", "p");
    ann.await("ack");
    Uploader reader = Uploader.of(CHAT.server(), ann.token());
    String ids = Math.min(ann.id(), bob.id()) + ":" + Math.max(ann.id(), bob.id());

    for (String name : new String[] {"@" + ids, "@" + bob.id(), "@", "%40" + ids}) {
      assertEquals(404, reader.get("archive/" + name + "/").statusCode(), name);
      assertEquals(404, reader.get("archive/" + name + "/" + today()).statusCode(), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "archive/nowhere/, 404",
    "archive/general/2026-01-31, 404",
    "archive/general/0000-01-01, 404",
    "archive/general/9999-12-31, 404",
    "archive/general/2026-02-31, 400",
    "archive/general/2026-1-31, 400",
    "archive/general/+2026-01-31, 400",
    "archive/general/x, 400",
    "archive/general/%3Cscript%3E, 400",
    "archive/general/2026-01-31?page=0, 400",
    "archive/general/2026-01-31?page=-1, 400",
    "archive/general/2026-01-31?page=x, 400",
    "archive/general/2026-01-31?page=99999999999999999999, 400",
    "archive/general/?before=x, 400",
    "archive/general/2026-01-31/, 404",
    "archive/general/2026-01-31/x, 404",
    "archive/general/img/, 404",
    "archive/general/img/x, 404",
  })
  void anAddressThatLeadsNowhereIsAnsweredWithAPageThatHelps(String path, int status) {
    HttpResponse<byte[]> answer = get(path);
    String page = new String(answer.body(), UTF_8);
    assertEquals(status, answer.statusCode(), page);
    assertFalse(page.contains("\tat "), page);
    assertHas(page, "archive/\">All rooms</a>");
    assertHas(page, "/css/archive.css\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "archive/general", "archive/%E6%97%85"})
  void whereTheSlashIsMissingOneIsLedThere(String path) {
    HttpResponse<byte[]> answer = get(path);
    assertEquals(301, answer.statusCode());
    assertEquals(path.substring(path.lastIndexOf('/') + 1) + "/", header(answer, "Location"));
  }

  @Test
  void itIsOnlyToBeRead() {
    Uploader reader = Uploader.of(CHAT.server(), "");
    HttpResponse<byte[]> posted =
        Uploader.send(reader.request("archive/").POST(BodyPublishers.ofString("x")));
    assertEquals(405, posted.statusCode());
    assertEquals("GET, HEAD", header(posted, "Allow"));
    HttpResponse<byte[]> head =
        Uploader.send(reader.request("archive/").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals("text/html;charset=UTF-8", header(head, "Content-Type"));
    HttpResponse<byte[]> nowhere =
        Uploader.send(reader.request("archive/x/").method("HEAD", BodyPublishers.noBody()));
    assertEquals(404, nowhere.statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-DE,de;q=0.9,en;q=0.8 | de | Alle Räume",
        "zh-CN | zh-Hans | 所有房间",
        "fr | en | All rooms",
      })
  void itSpeaksTheLanguageOfTheBrowser(String wanted, String tag, String words) {
    String page = page(get("archive/", "Accept-Language", wanted));
    assertHas(page, "<html lang=\"" + tag + "\">");
    assertHas(page, words);
    assertHas(page(get("archive/")), "All rooms");
  }

  @Test
  void fiveHundredNumbersAreAPage() {
    TestClient ann = CHAT.silent().hello();
    String room = room(ann, false);
    for (int i = 1; i <= 501; i++) {
      ann.send("message", "room", room, "content", "m" + i);
    }
    say(ann, room, "end");
    String address = "archive/" + room + "/" + today();
    String first = page(get(address));
    String second = page(get(address + "?page=2"));

    assertHas(first, ">m1</div>");
    assertHas(first, ">m500</div>");
    assertFalse(first.contains(">m501</div>"));
    assertHas(first, "?page=2\">Later</a>");
    assertFalse(second.contains(">m500</div>"));
    assertHas(second, ">m501</div>");
    assertHas(second, ">end</div>");
    assertHas(second, today() + "\">Earlier</a>");
    assertEquals(404, get(address + "?page=3").statusCode());
  }

  @Test
  void oneGoesFromADayToTheNextOnWhichSomethingWasSaid() throws SQLException {
    try (ChatServer server = ChatServer.start(Map.of("rate-limit", "0"))) {
      try (TestClient ann = TestClient.join(server)) {
        say(ann, "general", "long ago");
        say(ann, "general", "then");
        say(ann, "general", "now");
      }
      server.undeploy();
      age(server.home().resolve("chat.db"));
      server.deploy();
      Uploader reader = Uploader.of(server, "");
      LocalDate now = LocalDate.now(ZoneOffset.UTC);
      String days = page(reader.get("archive/general/"));
      String then = page(reader.get("archive/general/" + now.minusDays(2)));

      assertTrue(days.indexOf(now.minusDays(2).toString()) > days.indexOf(now.toString()));
      assertHas(days, "archive/general/" + now.minusDays(9) + "\">");
      assertHas(then, ">then</div>");
      assertFalse(then.contains("long ago"), then);
      assertHas(then, "rel=\"prev\" href=\"../../archive/general/" + now.minusDays(9) + "\"");
      assertHas(then, "rel=\"next\" href=\"../../archive/general/" + now + "\"");
      assertEquals(404, reader.get("archive/general/" + now.minusDays(1)).statusCode());
      String older = page(reader.get("archive/general/?before=" + now.minusDays(2)));
      assertFalse(older.contains(now.minusDays(2).toString()), older);
      assertHas(older, now.minusDays(9).toString());
    }
  }

  /** Makes the first message nine days old and the second two. */
  private static void age(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement update = connection.createStatement()) {
      for (int[] change : new int[][] {{1, 9}, {2, 2}}) {
        update.executeUpdate(
            "UPDATE chat_message SET sent_at = sent_at - "
                + change[1] * DAY_MILLIS
                + " WHERE seq = "
                + change[0]);
      }
    }
  }
}
