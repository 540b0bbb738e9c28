package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.TestClient;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How what was said is found again. */
@Tag("browser")
class SearchingIT {
  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  @Test
  void whatWasSaidLongAgoIsFoundByKeyboardAndShownWhereItWasSaid() {
    try (TestClient talker = TestClient.join(WINDOWS.server())) {
      IntStream.rangeClosed(1, 250)
          .forEach(
              i -> {
                String text = i == 20 ? "The film with the two robots" : "line " + i;
                talker.send("message", "content", text, "ref", text);
                talker.expect("ack");
              });
    }
    ChatWindow ada = WINDOWS.open().named("Ada");
    assertThat(ada.texts()).hasCount(100);
    var keyboard = ada.page().keyboard();
    keyboard.press("Control+k");
    assertThat(ada.dialog("Go to")).isVisible();
    keyboard.type("robots film");
    assertThat(ada.page().getByRole(AriaRole.OPTION)).hasCount(1);
    ada.checkedAs("switcher");
    keyboard.press("Enter");
    assertThat(ada.found()).hasCount(1);
    assertThat(ada.found().locator("mark")).hasText(new String[] {"film", "robots"});
    ada.checkedAs("search");
    ada.tabTo(ada.found().first());
    keyboard.press("Enter");
    assertThat(ada.dialog("Search")).isHidden();
    assertThat(Said.in(ada, "The film with the two robots").row()).isInViewport();
    assertThat(ada.log().locator("mark")).hasText(new String[] {"film", "robots"});
    assertThat(ada.button("To the newest message")).isVisible();
    ada.photograph("search-shown");
  }

  @Test
  void placesAreReachedByLetters_andTheKeysAreExplained() {
    ChatWindow ada = WINDOWS.open().named("Ada").joined("random");
    var keyboard = ada.page().keyboard();
    keyboard.press("Control+k");
    assertThat(ada.dialog("Go to")).isVisible();
    keyboard.type("gen");
    keyboard.press("Enter");
    ada.inRoom("general");
    assertThat(ada.composer()).isFocused();
    keyboard.press("Alt+ArrowDown");
    ada.inRoom("random");
    ada.button("Search").first().focus();
    keyboard.press("?");
    assertThat(ada.dialog("Keyboard shortcuts")).containsText("Go to a room or a person");
    ada.checkedAs("shortcuts");
    keyboard.press("Escape");
    ada.page().evaluate("document.activeElement.shadowRoot.activeElement.blur()");
    keyboard.press("/");
    assertThat(ada.dialog("Search")).isVisible();
  }

  @Test
  void whatIsNotThereIsSaidToBeNotFound() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.search("nowhere");
    assertThat(ada.dialog("Search").getByText("Nothing was found.")).isVisible();
    ada.page().keyboard().press("Escape");
    assertThat(ada.dialog("Search")).isHidden();
  }

  @Test
  void twoChineseCharactersAreEnoughOnANarrowDarkScreen() {
    ChatWindow grace = WINDOWS.open().named("王美丽");
    grace.say("我觉得搜索功能最有用");
    grace.say("今天天气很好");
    assertThat(grace.stored()).hasCount(2);
    ChatWindow reader =
        WINDOWS.open(
            new Browser.NewContextOptions()
                .setViewportSize(320, 640)
                .setColorScheme(ColorScheme.DARK)
                .setLocale("zh-CN"));
    assertThat(reader.status()).hasText("实时");
    reader.button("搜索").first().click();
    reader.page().locator("#search-query").fill("搜索 from:王美丽");
    reader.page().locator("#search-query").press("Enter");
    assertThat(reader.found()).hasCount(1);
    assertThat(reader.found()).containsText("我觉得搜索功能最有用");
    reader.checkedAs("search-chinese");
    assertFalse(reader.isTooWide());
  }

  @Test
  void whatWasSaidInPrivateIsFoundByTheTwo() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow third = WINDOWS.open().named("Third");
    third.sees("Ada", "Grace", "Third");
    ada.writePrivatelyTo("Grace");
    ada.say("a secret garden");
    assertThat(ada.stored()).hasCount(1);
    grace.search("garden");
    assertThat(grace.found()).hasCount(1);
    grace.found().first().click();
    grace.reads("a secret garden");
    third.search("garden");
    assertThat(third.dialog("Search").getByText("Nothing was found.")).isVisible();
  }
}
