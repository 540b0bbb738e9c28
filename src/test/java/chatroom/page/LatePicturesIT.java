package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.Images;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures that come long after the messages that they are of. */
@Tag("browser")
class LatePicturesIT {
  private static final int PICTURES = 3;

  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  private final List<Route> asked = new ArrayList<>();

  private static void say(TestClient talker, int from, int to) {
    for (int i = from; i <= to; i++) {
      talker.send("message", "content", "line " + i, "ref", "line" + i);
      talker.await("ack");
    }
  }

  private static void show(TestClient talker) {
    Uploader uploader = Uploader.of(WINDOWS.server(), talker.token());
    for (int i = 1; i <= PICTURES; i++) {
      String url = uploader.upload("general", Images.png());
      talker.send("image", "url", url, "alt", "picture " + i, "ref", "picture" + i);
      talker.await("ack");
    }
  }

  /** Somebody to whom the pictures do not come yet. */
  private ChatWindow waiting() {
    ChatWindow window = WINDOWS.open(800, 500);
    window.page().route("**/uploads/*", asked::add);
    window.page().reload();
    window.connected();
    window.page().waitForCondition(() -> asked.size() == PICTURES);
    return window;
  }

  /** All pictures come, and are seen by the browser at least. */
  private void arrive(ChatWindow window) {
    double before = height(window);
    asked.forEach(Route::resume);
    assertThat(window.log().locator(".picture img")).hasCount(PICTURES);
    assertTrue(height(window) > before + 100, "pictures take room");
  }

  private static double height(ChatWindow window) {
    return ((Number) window.log().evaluate("log => log.scrollHeight")).doubleValue();
  }

  @Test
  void theLineThatIsReadBelowThemStaysWhereItIs() {
    try (TestClient talker = TestClient.silent(WINDOWS.server()).hello()) {
      show(talker);
      say(talker, 1, 30);
    }
    ChatWindow ada = waiting();
    Locator read = ada.page().getByText("line 3", ChatWindow.exactly());
    read.evaluate("row => row.scrollIntoView({ block: 'center' })");
    double before = read.boundingBox().y;
    arrive(ada);
    assertEquals(before, read.boundingBox().y, 1);
  }

  @Test
  void whoIsAtTheEndStaysThere() {
    try (TestClient talker = TestClient.silent(WINDOWS.server()).hello()) {
      say(talker, 1, 20);
      show(talker);
      say(talker, 21, 22);
    }
    ChatWindow ada = waiting();
    arrive(ada);
    assertThat(ada.texts().last()).isInViewport();
    double end =
        ((Number) ada.log().evaluate("log => log.scrollHeight - log.clientHeight - log.scrollTop"))
            .doubleValue();
    assertEquals(0, end, 1);
  }
}
