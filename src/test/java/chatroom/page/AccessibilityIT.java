package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That everybody can use the page: whatever their screen, language, colours, hands and eyes. */
@Tag("browser")
class AccessibilityIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("resume-window-seconds", "1"));

  @Test
  void noViewBreaksTheRules() {
    for (int width : new int[] {360, 1280, 2560}) {
      ChatWindow ada = WINDOWS.open(width, width == 2560 ? 1440 : 760);
      String name = "Ada" + width;
      String view = "-" + width;
      ada.connected();
      ada.checkedInBothColoursAs("first" + view);
      ada.named(name);
      ChatWindow grace = WINDOWS.open().named("Grace" + width);
      ada.say("Good morning");
      grace.say("Good morning! How are you?");
      grace.writePrivatelyTo(name);
      grace.say("Only for you");
      assertThat(ada.page()).hasTitle("(1) Chatroom");
      ada.checkedInBothColoursAs("room" + view);
      if (width < 768) {
        ada.button("Rooms and people").click();
        ada.checkedInBothColoursAs("people" + view);
      }
      ada.chats().first().click();
      ada.reads("Only for you");
      ada.checkedInBothColoursAs("private" + view);
      grace.page().close();
      assertThat(ada.lines()).hasCount(1);
      ada.say("Gone?");
      assertThat(ada.button("Try again")).isVisible();
      ada.checkedInBothColoursAs("failed" + view);
      Lines lines = Lines.of(ada);
      ada.connected();
      lines.cut();
      ada.say("Still there?");
      assertThat(ada.status()).containsText("1 waiting");
      ada.checkedInBothColoursAs("waiting" + view);
      ada.page().close();
    }
  }

  @Test
  void thePageSpeaksTheLanguageOfTheBrowser() {
    ChatWindow reader = WINDOWS.open(new Browser.NewContextOptions().setLocale("zh-CN"));
    assertThat(reader.page().locator("html")).hasAttribute("lang", "zh-Hans");
    assertThat(reader.status()).hasText("实时");
    assertThat(reader.page()).hasTitle("聊天室");
    reader.page().getByLabel("发送到 #general").fill("你好");
    reader.button("发送").click();
    reader.reads("你好");
    reader.photograph("chinese");
  }

  @Test
  void everythingCanBeDoneWithTheKeyboardAlone() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow ada = WINDOWS.open().connected();
    var keyboard = ada.page().keyboard();

    ada.tabTo(ada.nameField());
    keyboard.type("Ada");
    keyboard.press("Enter");
    assertThat(ada.composer()).isFocused();
    keyboard.type("To all");
    keyboard.press("Enter");
    grace.reads("To all");

    keyboard.press("Shift+Tab");
    keyboard.press("Shift+Tab");
    ada.tabTo(ada.button("Skip to the message field"));
    keyboard.press("Enter");
    assertThat(ada.composer()).isFocused();

    ada.tabTo(ada.button("Write privately to Grace"));
    keyboard.press("Enter");
    assertThat(ada.composer()).isFocused();
    keyboard.type("To you");
    keyboard.press("Enter");
    assertThat(grace.chats()).hasCount(1);

    keyboard.press("Escape");
    ada.reads("To all");
    assertThat(ada.composer()).isFocused();

    ada.tabTo(ada.ownName());
    keyboard.press("Enter");
    assertThat(ada.nameField()).isFocused();
    keyboard.press("Escape");
    assertThat(ada.ownName()).isFocused();
  }

  @Test
  void theDrawerOfANarrowScreenTakesTheFocusAndGivesItBack() {
    ChatWindow ada = WINDOWS.open(320, 568).named("Ada");
    var people = ada.button("Rooms and people");
    assertThat(ada.people()).isHidden();
    people.click();
    assertThat(ada.people()).isVisible();
    assertThat(ada.button("Close")).isFocused();
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).hasAccessibleName("Rooms and people");
    ada.page().keyboard().press("Escape");
    assertThat(ada.people()).isHidden();
    assertThat(people).isFocused();
  }

  @Test
  void nothingIsWiderThanTheNarrowestScreen() {
    ChatWindow ada = WINDOWS.open(320, 568).connected();
    assertFalse(ada.isTooWide(), "while the name is asked for");
    ada.named("W".repeat(20));
    ada.say("W".repeat(300));
    ChatWindow grace = WINDOWS.open().named("M".repeat(20));
    grace.say("M".repeat(300));
    assertThat(ada.texts()).hasCount(2);
    assertFalse(ada.isTooWide(), "with long words and names");
    ada.button("Rooms and people").click();
    assertThat(ada.people()).hasCount(2);
    assertThat(ada.people().first()).isInViewport();
    assertFalse(ada.isTooWide(), "with the list of people");
    ada.photograph("narrowest");
  }
}
