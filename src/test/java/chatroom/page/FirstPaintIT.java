package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the page is there soon on a slow line, in each language. */
@Tag("browser")
class FirstPaintIT {
  private static final long MOST_BYTES = 100 * 1024;

  /** What comes when the page has nothing else to do comes 3 s later, here it does not. */
  private static final String NOTHING_LATER =
      """
      const soon = setTimeout;
      globalThis.setTimeout = (f, ms, ...rest) => (ms >= 3_000 ? 0 : soon(f, ms, ...rest));
      """;

  @RegisterExtension static final Windows WINDOWS = new Windows();

  /** As Chromium counts them: with headers, as they come over the wire. */
  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "zh-CN"})
  void allThatIsLoadedUntilOneCanReadAndWriteIsLessThan100Kilobytes(String language) {
    ChatWindow window = WINDOWS.open(new Browser.NewContextOptions().setLocale(language));
    assertThat(window.page().locator(".side-item.other")).hasCount(2);
    window.page().addInitScript(NOTHING_LATER);
    CDPSession browser = window.page().context().newCDPSession(window.page());
    AtomicLong bytes = new AtomicLong();
    browser.on("Network.loadingFinished", event -> bytes.addAndGet(size(event)));
    browser.send("Network.enable");
    JsonObject off = new JsonObject();
    off.addProperty("cacheDisabled", true);
    browser.send("Network.setCacheDisabled", off);
    JsonObject none = new JsonObject();
    none.addProperty("bypass", true);
    browser.send("Network.setBypassServiceWorker", none);
    window.page().reload();
    assertThat(window.composer()).isVisible();
    assertThat(window.page().locator(".side-item.other")).hasCount(2);
    assertTrue(bytes.get() > 0 && bytes.get() < MOST_BYTES, bytes + " bytes");
  }

  private static long size(JsonObject event) {
    return event.get("encodedDataLength").getAsLong();
  }
}
