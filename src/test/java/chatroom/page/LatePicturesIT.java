package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Images;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures that come long after the messages that they are of, between lines that are read. */
@Tag("browser")
class LatePicturesIT {
  private static final int PICTURES = 2;

  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  private final List<Route> asked = new CopyOnWriteArrayList<>();

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

  @BeforeEach
  void picturesAmongLines() {
    try (TestClient talker = TestClient.silent(WINDOWS.server()).hello()) {
      say(talker, 1, 30);
      show(talker);
      say(talker, 31, 32);
    }
  }

  /** Somebody to whom the pictures do not come yet, though they are asked for. */
  private ChatWindow waiting() {
    ChatWindow window = WINDOWS.open(800, 1200);
    window.page().route("**/uploads/*", asked::add);
    window.page().reload();
    window.connected();
    window.page().getByText("line 32", ChatWindow.exactly()).scrollIntoViewIfNeeded();
    window.page().waitForCondition(() -> asked.size() == PICTURES);
    assertThat(window.page().getByText("line 1", ChatWindow.exactly())).hasCount(1);
    return window;
  }

  /** Where the lines above and below the pictures are, and how long all is. */
  private static List<Object> places(ChatWindow window) {
    Locator above = window.page().getByText("line 30", ChatWindow.exactly());
    Locator below = window.page().getByText("line 31", ChatWindow.exactly());
    Object height = window.log().evaluate("log => log.scrollHeight");
    return List.of(above.boundingBox().y, below.boundingBox().y, height);
  }

  private void nothingMovesWhen(Consumer<Route> happens, String state) {
    ChatWindow ada = waiting();
    List<Object> before = places(ada);
    asked.forEach(happens);
    assertThat(ada.log().locator(".picture[data-state='" + state + "']").last()).isVisible();
    assertThat(ada.log().locator(".picture[data-state='loading']")).hasCount(0);
    assertEquals(before, places(ada));
    assertThat(ada.texts().last()).isInViewport();
  }

  @Test
  void whatIsReadAroundThemStaysWhereItIsWhenTheyCome() {
    nothingMovesWhen(Route::resume, "shown");
  }

  @Test
  void whatIsReadAroundThemStaysWhereItIsWhenTheyNeverCome() {
    nothingMovesWhen(Route::abort, "failed");
    WINDOWS.complainedOf("Failed to load resource: net::ERR_FAILED");
  }
}
