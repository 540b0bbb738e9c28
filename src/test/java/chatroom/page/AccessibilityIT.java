package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That everybody can use the page: whatever their screen, language, colours, hands and eyes. */
@Tag("browser")
class AccessibilityIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("resume-window-seconds", "1"));

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void noViewBreaksTheRules(ColorScheme colours) {
    for (int width : new int[] {360, 1280}) {
      ChatWindow ada =
          WINDOWS.open(
              new Browser.NewContextOptions().setViewportSize(width, 760).setColorScheme(colours));
      String name = "Ada" + width;
      String view = "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
      ada.connected();
      ada.checkedAs("first" + view);
      ada.named(name);
      ChatWindow grace = WINDOWS.open().named("Grace" + width);
      ada.say("Good morning");
      grace.say("Good morning! How are you?");
      grace.writePrivatelyTo(name);
      grace.say("Only for you");
      assertThat(ada.page()).hasTitle("(1) Chatroom");
      ada.checkedAs("room" + view);
      if (width < 768) {
        ada.button("Rooms and people").click();
        ada.checkedAs("people" + view);
      }
      ada.chats().first().click();
      ada.reads("Only for you");
      ada.checkedAs("private" + view);
      grace.page().close();
      assertThat(ada.lines()).hasCount(1);
      ada.say("Gone?");
      assertThat(ada.button("Try again")).isVisible();
      ada.checkedAs("failed" + view);
      Lines lines = Lines.of(ada);
      ada.connected();
      lines.cut();
      ada.say("Still there?");
      assertThat(ada.status()).containsText("1 waiting");
      ada.checkedAs("waiting" + view);
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
    ada.tabTo(ada.page().getByRole(AriaRole.LINK));
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
