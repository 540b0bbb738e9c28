package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.TestClient;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How what was said long ago is read. */
@Tag("browser")
class ScrollingBackIT {
  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  private static final int SAID = 300;

  /** A room in which much was said before. */
  private static String[] talk() {
    try (TestClient talker = TestClient.join(WINDOWS.server())) {
      String[] texts =
          IntStream.rangeClosed(1, SAID).mapToObj(i -> "line " + i).toArray(String[]::new);
      for (String text : texts) {
        talker.send("message", "content", text, "ref", text);
        talker.expect("ack");
      }
      return texts;
    }
  }

  @Test
  void scrollingUpReadsOnToTheBeginning() {
    String[] texts = talk();
    ChatWindow ada = WINDOWS.open(800, 500).connected();
    assertThat(ada.texts()).hasCount(100);
    assertThat(ada.texts().last()).isInViewport();
    ada.scrollUp();
    assertThat(ada.texts()).hasCount(200);
    ada.photograph("scrolled-back");
    ada.scrollUp();
    ada.reads(texts);
    ada.scrollUp();
    assertThat(ada.page().getByText("This is the beginning.")).isVisible();
    assertThat(ada.texts().first()).isInViewport();
    ada.photograph("beginning");
  }

  @Test
  void theLineThatIsReadStaysWhereItIs() {
    talk();
    ChatWindow ada = WINDOWS.open(800, 500).connected();
    Locator oldest = ada.texts().first();
    assertThat(oldest).hasText("line 201");
    Locator read = ada.page().getByText("line 201", ChatWindow.exactly());
    ada.scrollTo(450);
    double before = read.boundingBox().y;
    ada.scrollTo(350);
    assertThat(oldest).hasText("line 101");
    assertEquals(before + 100, read.boundingBox().y, 1);
    ada.say("mine");
    assertThat(ada.texts().last()).isInViewport();
  }

  @Test
  void theKeyboardReachesWhatIsEarlier() {
    talk();
    ChatWindow ada = WINDOWS.open().named("Ada");
    for (int pages = 2; pages <= SAID / 100; pages++) {
      ada.log().focus();
      ada.page().keyboard().press("Tab");
      assertThat(ada.button("Earlier messages")).isFocused();
      ada.page().keyboard().press("Enter");
      assertThat(ada.texts()).hasCount(100 * pages);
      assertThat(ada.log()).isFocused();
    }
    assertThat(ada.button("Earlier messages")).isHidden();
  }

  @Test
  void whoReloadsReadsFromWhereTheyWere() {
    talk();
    ChatWindow ada = WINDOWS.open(800, 500).connected();
    ada.page().reload();
    ada.connected();
    assertThat(ada.texts()).hasCount(100);
    ada.scrollUp();
    assertThat(ada.texts()).hasCount(200);
  }

  @Test
  void itIsToldInChineseToo() {
    talk();
    ChatWindow reader =
        WINDOWS.open(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(360, 640));
    assertThat(reader.texts()).hasCount(100);
    assertThat(reader.status()).hasText("实时");
    reader.log().focus();
    reader.page().keyboard().press("Tab");
    assertThat(reader.button("更早的消息")).isFocused();
    reader.page().keyboard().press("Enter");
    assertThat(reader.texts()).hasCount(200);
    reader.scrollUp();
    assertThat(reader.texts()).hasCount(300);
    reader.scrollUp();
    assertThat(reader.page().getByText("已经是最早的消息。")).isVisible();
    reader.photograph("beginning-chinese");
  }
}
