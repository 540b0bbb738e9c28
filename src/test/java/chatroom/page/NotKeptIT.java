package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page says and does where the server keeps nothing. */
@Tag("browser")
class NotKeptIT {
  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("log", "memory"));

  private static final String NOTE =
      "Messages are not kept here: they are gone when the server stops.";

  @Test
  void itIsSaidCalmlyInBothLanguages() {
    ChatWindow ada = WINDOWS.open(360, 640).connected();
    assertThat(ada.page().getByText(NOTE)).isVisible();
    ada.photograph("not-kept");
    ChatWindow reader = WINDOWS.open(new Browser.NewContextOptions().setLocale("zh-CN"));
    assertThat(reader.page().getByText("这里不保存消息：服务器停止后消息即消失。")).isVisible();
  }

  @Test
  void aServerBegunAnewKnowsNobodyAndIsSentOnlyWhatWaited() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.say("one");
    assertThat(ada.stored()).hasCount(1);
    ada.complete();
    WINDOWS.server().stop();
    assertThat(ada.status()).containsText("Offline");
    ada.say("two");
    WINDOWS.server().restart();
    ada.connected().reads("two");
    assertThat(ada.stored()).hasCount(1);
    ada.sees("Ada");
    assertThat(ada.ownTexts()).hasText(new String[] {"two"});
    ChatWindow grace = WINDOWS.open().connected();
    grace.reads("two");
  }
}
