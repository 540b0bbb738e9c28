package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
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

  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

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
      check(ada, "first" + view);
      ada.named(name);
      ChatWindow grace = WINDOWS.open().named("Grace" + width);
      ada.say("Good morning");
      grace.say("Good morning! How are you?");
      grace.writePrivatelyTo(name);
      grace.say("Only for you");
      assertThat(ada.page()).hasTitle("(1) Chatroom");
      check(ada, "room" + view);
      if (width < 768) {
        ada.button("People and conversations").click();
        check(ada, "people" + view);
      }
      ada.conversations().nth(1).click();
      ada.reads("Only for you");
      check(ada, "private" + view);
      grace.page().close();
      assertThat(ada.lines()).hasCount(1);
      ada.say("Gone?");
      assertThat(ada.button("Try again")).isVisible();
      check(ada, "failed" + view);
      Lines lines = Lines.of(ada);
      ada.connected();
      lines.cut();
      ada.say("Still there?");
      assertThat(ada.status()).containsText("1 waiting");
      check(ada, "waiting" + view);
      ada.page().close();
    }
  }

  private static void check(ChatWindow window, String name) {
    window.photograph(name);
    var violations =
        new AxeBuilder(window.page())
            .withTags(WCAG_2_2_AA).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes())
                .toList();
    assertEquals(List.of(), violations, name);
  }

  @Test
  void thePageSpeaksTheLanguageOfTheBrowser() {
    ChatWindow reader = WINDOWS.open(new Browser.NewContextOptions().setLocale("zh-CN"));
    assertThat(reader.page().locator("html")).hasAttribute("lang", "zh-Hans");
    assertThat(reader.status()).hasText("实时");
    assertThat(reader.page()).hasTitle("聊天室");
    reader.page().getByLabel("发送给所有人").fill("你好");
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
    assertThat(grace.conversations()).hasCount(2);

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
    var people = ada.button("People and conversations");
    assertThat(ada.people()).isHidden();
    people.click();
    assertThat(ada.people()).isVisible();
    assertThat(ada.button("Close")).isFocused();
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).hasAccessibleName("People and conversations");
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
    ada.button("People and conversations").click();
    assertThat(ada.people()).hasCount(2);
    assertThat(ada.people().first()).isInViewport();
    assertFalse(ada.isTooWide(), "with the list of people");
    ada.photograph("narrowest");
  }
}
