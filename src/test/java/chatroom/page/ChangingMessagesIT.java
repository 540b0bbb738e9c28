package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with messages that were said: edit, delete, answer, react. */
@Tag("browser")
class ChangingMessagesIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("resume-window-seconds", "1"));

  @Test
  void anEditIsSeenByEverybodyAndMarked() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say("Good mroning");
    grace.reads("Good mroning");
    ada.composer().press("ArrowUp");
    assertThat(ada.composer()).hasValue("Good mroning");
    ada.composer().fill("Good **morning**");
    ada.composer().press("Enter");
    for (ChatWindow window : new ChatWindow[] {ada, grace, WINDOWS.open().connected()}) {
      window.reads("Good morning");
      assertThat(window.log().locator(".text strong")).hasText("morning");
      assertThat(window.log().locator(".edited")).hasText("edited");
    }
    assertThat(ada.composer()).hasValue("");
    ada.say("Next");
    grace.reads("Good morning", "Next");
  }

  @Test
  void anEditThatIsGivenUpLeavesTheMessageAndTheDraft() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.say("as it is");
    assertThat(ada.stored()).hasCount(1);
    ada.composer().fill("a draft");
    Said.in(ada, "as it is").choose("Edit");
    assertThat(ada.composer()).isFocused();
    ada.composer().fill("never");
    ada.composer().press("Escape");
    assertThat(ada.composer()).hasValue("a draft");
    ada.reads("as it is");
  }

  @Test
  void aDeletedMessageLeavesANoteForEverybodyAndIsAskedForFirst() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say("A secret");
    grace.reads("A secret");
    Said.in(grace, "A secret").row().hover();
    Said.in(grace, "A secret").actions().click();
    assertThat(grace.page().getByRole(AriaRole.MENUITEM).getByText("Delete")).hasCount(0);

    Said.in(ada, "A secret").choose("Delete");
    Locator question = ada.page().getByRole(AriaRole.ALERTDIALOG);
    assertThat(question.getByText("Cancel")).isFocused();
    ada.page().keyboard().press("Enter");
    assertThat(question).isHidden();
    ada.reads("A secret");
    Said.in(ada, "A secret").choose("Delete");
    question.getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
    for (ChatWindow window : new ChatWindow[] {ada, grace, WINDOWS.open().connected()}) {
      window.reads("This message was deleted.");
      assertThat(Said.in(window, "deleted").actions()).isHidden();
    }
  }

  @Test
  void aReactionIsCountedAndTakenBack() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say("Lunch?");
    grace.reads("Lunch?");
    Said.in(grace, "Lunch?").react("thumbsup");
    assertThat(Said.in(ada, "Lunch?").reactions()).hasText("👍1");
    assertThat(Said.in(ada, "Lunch?").reactions()).hasAttribute("aria-pressed", "false");
    Said.in(ada, "Lunch?").reactions().click();
    for (ChatWindow window : new ChatWindow[] {ada, grace}) {
      assertThat(Said.in(window, "Lunch?").reactions()).hasText("👍2");
      assertThat(Said.in(window, "Lunch?").reactions()).hasAttribute("aria-pressed", "true");
    }
    assertThat(Said.in(WINDOWS.open().connected(), "Lunch?").reactions()).hasText("👍2");
    Said.in(grace, "Lunch?").reactions().click();
    assertThat(Said.in(ada, "Lunch?").reactions()).hasText("👍1");
    Said.in(ada, "Lunch?").reactions().click();
    assertThat(Said.in(grace, "Lunch?").reactions()).hasCount(0);
  }

  @Test
  void anyEmojiCanBeChosenForAReaction() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.say("Dinner?");
    assertThat(ada.stored()).hasCount(1);
    Said.in(ada, "Dinner?").choose("More emoji");
    ada.page().getByRole(AriaRole.SEARCHBOX).fill("noodles");
    assertThat(ada.page().locator(".picker .emoji-button")).hasCount(1);
    ada.page().getByRole(AriaRole.SEARCHBOX).press("Enter");
    assertThat(Said.in(ada, "Dinner?").reactions()).hasText("🍜1");
  }

  @Test
  void anAnswerShowsWhatItAnswersAndLeadsThere() {
    ChatWindow ada = WINDOWS.open(800, 500).named("Ada");
    ChatWindow grace = WINDOWS.open(800, 500).named("Grace");
    ada.say("Who *brings* the cake?");
    for (int i = 0; i < 12; i++) {
      ada.say("line " + i);
    }
    assertThat(grace.texts()).hasCount(13);
    grace.scrollUp();
    Said.in(grace, "cake").choose("Reply");
    assertThat(grace.composer()).isFocused();
    assertThat(grace.page().locator(".composing")).containsText("Reply to Ada: Who brings");
    grace.say("I do");
    for (ChatWindow window : new ChatWindow[] {ada, grace}) {
      Locator quote = Said.in(window, "I do").row().locator(".quote");
      assertThat(quote).containsText("Who brings the cake?");
      assertThat(window.texts().first()).not().isInViewport();
      quote.click();
      assertThat(window.texts().first()).isInViewport();
      assertThat(window.log().locator(".message").first()).isFocused();
    }
    assertThat(grace.page().locator(".composing")).isHidden();
  }

  @Test
  void allOfItWorksInAPrivateConversation() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.writePrivatelyTo("Grace");
    ada.say("Psst");
    grace.chats().first().click();
    grace.reads("Psst");
    Said.in(grace, "Psst").react("heart");
    assertThat(Said.in(ada, "Psst").reactions()).hasText("❤️1");
    Said.in(grace, "Psst").choose("Reply");
    grace.say("Yes?");
    assertThat(Said.in(ada, "Yes?").row().locator(".quote")).containsText("Psst");
    ada.composer().press("ArrowUp");
    assertThat(ada.composer()).hasValue("Psst");
    ada.composer().fill("Psst!");
    ada.composer().press("Enter");
    grace.reads("Psst!", "Yes?");
  }

  @Test
  void aChangeWithoutALineIsMadeWhenThereIsOneAgain() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow ada = WINDOWS.open().named("Ada");
    Lines lines = Lines.of(ada);
    ada.connected();
    grace.say("Hello");
    ada.reads("Hello");
    lines.cut();
    assertThat(ada.status()).containsText("Offline");
    Said.in(ada, "Hello").react("tada");
    lines.restore();
    assertThat(Said.in(grace, "Hello").reactions()).hasText("🎉1");
    assertThat(Said.in(ada, "Hello").reactions()).hasText("🎉1");
  }

  @Test
  void everythingCanBeDoneWithTheKeyboardAlone() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow ada = WINDOWS.open().named("Ada");
    grace.say("First");
    grace.say("Second");
    ada.reads("First", "Second");
    var keyboard = ada.page().keyboard();
    ada.tabTo(Said.in(ada, "Second").actions());
    keyboard.press("Enter");
    assertThat(ada.page().getByRole(AriaRole.MENU)).isVisible();
    keyboard.press("Enter");
    assertThat(Said.in(grace, "Second").reactions()).hasText("👍1");
    assertThat(Said.in(ada, "Second").reactions()).hasText("👍1");
    assertThat(Said.in(ada, "Second").actions()).isFocused();
    keyboard.press("ArrowLeft");
    assertThat(Said.in(ada, "Second").reactions()).isFocused();
    keyboard.press("Enter");
    assertThat(Said.in(grace, "Second").reactions()).hasCount(0);
    assertThat(Said.in(ada, "Second").actions()).isFocused();
    keyboard.press("ArrowUp");
    assertThat(Said.in(ada, "First").row().locator(".author")).isFocused();
    keyboard.press("ArrowRight");
    keyboard.press("Enter");
    keyboard.press("End");
    keyboard.press("Escape");
    assertThat(Said.in(ada, "First").actions()).isFocused();
  }

  @Test
  void everybodyCanUseIt() {
    for (int width : new int[] {360, 1280}) {
      ChatWindow ada =
          WINDOWS.open(
              new Browser.NewContextOptions().setViewportSize(width, 760).setLocale("zh-CN"));
      assertThat(ada.status()).containsText("实时");
      ChatWindow grace = WINDOWS.open().named("Grace" + width);
      String view = "-" + width;
      grace.say("大家好，今天讨论**新版本**的计划。");
      assertThat(ada.texts().last()).containsText("新版本");
      grace.composer().press("ArrowUp");
      assertThat(grace.composer()).hasValue("大家好，今天讨论**新版本**的计划。");
      grace.composer().press("End");
      grace.composer().pressSequentially("请看附件。");
      grace.composer().press("Enter");
      assertThat(ada.log().locator(".edited").last()).isVisible();
      assertThat(grace.texts().last()).containsText("请看附件");
      Said.in(grace, "附件").react("heart");
      Said.in(grace, "附件").choose("Reply");
      grace.say("补充一点");
      grace.say("说错了");
      Said.in(grace, "说错了").choose("Delete");
      grace.page().getByRole(AriaRole.ALERTDIALOG).getByText("Delete").last().click();
      assertThat(ada.texts().last()).hasText("此消息已删除。");
      Said said = Said.in(ada, "附件");
      said.reactions().click();
      assertThat(said.reactions()).hasAttribute("aria-pressed", "true");
      said.row().hover();
      said.row().locator("[aria-haspopup=menu]").click();
      ada.page().getByRole(AriaRole.MENUITEM).getByText("回复").click();
      ada.checkedInBothColoursAs("changed" + view);
      assertFalse(ada.isTooWide());
      ada.page().close();
      grace.page().close();
    }
  }
}
