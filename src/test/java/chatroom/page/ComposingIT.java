package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What helps somebody to write: marks, emoji and names. */
@Tag("browser")
class ComposingIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("resume-window-seconds", "1"));

  private static final String MARKED =
      """
      **Bold**, *italic*, ~~gone~~ and `code`: https://example.org/a_b?c=1.
      > 上周的**结论**

      1. 修复登录
      2. 写文档
         - 英文
      ```
      if (a < b) return "<b>";
      ```""";

  @Test
  void marksBecomeElementsForEverybody() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say(MARKED);
    Locator text = grace.texts().first();
    assertThat(text.locator("strong")).hasText(new String[] {"Bold", "结论"});
    assertThat(text.locator("em")).hasText("italic");
    assertThat(text.locator("del")).hasText("gone");
    assertThat(text.locator("p > code")).hasText("code");
    assertThat(text.locator("blockquote")).hasText("上周的结论");
    assertThat(text.locator("ol > li")).hasCount(2);
    assertThat(text.locator("ol ul > li")).hasText("英文");
    assertThat(text.locator("pre")).hasText("if (a < b) return \"<b>\";");
    assertThat(text.locator("b")).hasCount(0);
    Locator link = text.getByRole(AriaRole.LINK);
    assertThat(link).hasAttribute("href", "https://example.org/a_b?c=1");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
    assertThat(link).hasAttribute("target", "_blank");
  }

  @Test
  void anAddressThatIsNotOfTheWebIsNoLink() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.say("[a](javascript:alert(1)) javascript:alert(1) data:text/html,x [b](//example.org)");
    assertThat(ada.texts()).hasCount(1);
    assertThat(ada.log().getByRole(AriaRole.LINK)).hasCount(0);
  }

  @Test
  void aShortcodeIsCompletedWhileItIsTypedAndConvertedWhenItIsSent() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.composer().pressSequentially("well done :tad");
    Locator options = ada.page().getByRole(AriaRole.OPTION);
    assertThat(options.first()).hasText("🎉:tada:");
    assertThat(ada.composer()).hasAttribute("aria-activedescendant", "chat-suggestion-0");
    ada.composer().press("Enter");
    assertThat(options).hasCount(0);
    assertThat(ada.composer()).hasValue("well done 🎉");
    ada.composer().pressSequentially(" :+1: `:wave:`");
    ada.composer().press("Enter");
    ada.reads("well done 🎉 👍 :wave:");
  }

  @Test
  void aNameIsCompletedFromThoseWhoAreThere() {
    WINDOWS.open().named("王小明");
    WINDOWS.open().named("Grace Hopper");
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.sees("Ada", "Grace Hopper", "王小明");
    ada.composer().pressSequentially("请看@");
    Locator options = ada.page().getByRole(AriaRole.OPTION);
    assertThat(options).hasCount(3);
    ada.composer().pressSequentially("王");
    assertThat(options).hasText(new String[] {"王小明"});
    ada.composer().press("Tab");
    ada.composer().pressSequentially("and @hop");
    ada.composer().press("Enter");
    assertThat(ada.composer()).hasValue("请看@王小明 and @Grace Hopper ");
    ada.composer().press("Enter");
    assertThat(ada.log().locator(".mention")).hasText(new String[] {"@王小明", "@Grace Hopper"});
  }

  @Test
  void escapeClosesTheSuggestionsAndNothingElse() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    WINDOWS.open().named("Grace");
    ada.writePrivatelyTo("Grace");
    ada.composer().pressSequentially(":smil");
    Locator options = ada.page().getByRole(AriaRole.OPTION);
    assertThat(options).not().hasCount(0);
    ada.composer().press("Escape");
    assertThat(options).hasCount(0);
    assertThat(ada.composer()).hasValue(":smil");
    assertThat(ada.button("Back to general")).isVisible();
  }

  @Test
  void anEmojiIsFoundAndPutWhereTheCaretIsByKeyboardAlone() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.composer().fill("ab");
    ada.composer().press("ArrowLeft");
    ada.tabTo(ada.button("Emoji"));
    var keyboard = ada.page().keyboard();
    keyboard.press("Enter");
    Locator search = ada.page().getByRole(AriaRole.SEARCHBOX);
    assertThat(search).isFocused();
    keyboard.type("pizza");
    keyboard.press("Enter");
    assertThat(search).isHidden();
    assertThat(ada.composer()).hasValue("a🍕b");
    assertThat(ada.composer()).isFocused();

    ada.tabTo(ada.button("Emoji"));
    keyboard.press("Enter");
    keyboard.press("ArrowDown");
    keyboard.press("ArrowRight");
    keyboard.press("ArrowDown");
    keyboard.press("Enter");
    assertThat(ada.composer()).hasValue("a🍕🙃b");
  }

  @Test
  void everybodyCanUseWhatOpens() {
    for (int width : new int[] {360, 1280}) {
      ChatWindow ada = WINDOWS.open(width, 760).named("Ada" + width);
      String view = "-" + width;
      ada.say(MARKED);
      ada.say("@Ada" + width + " 🎉");
      assertThat(ada.stored()).hasCount(2 * (width == 360 ? 1 : 2));
      ada.checkedInBothColoursAs("marked" + view);
      Said.in(ada, "🎉").row().hover();
      Said.in(ada, "🎉").actions().click();
      ada.checkedInBothColoursAs("actions" + view);
      ada.page().keyboard().press("Escape");
      ada.button("Emoji").click();
      ada.checkedInBothColoursAs("emoji" + view);
      ada.page().keyboard().press("Escape");
      ada.button("Send an image").click();
      ada.checkedInBothColoursAs("attach" + view);
      ada.page().keyboard().press("Escape");
      ada.composer().pressSequentially(":he");
      ada.checkedInBothColoursAs("suggestions" + view);
      assertFalse(ada.isTooWide());
      ada.page().close();
    }
  }
}
