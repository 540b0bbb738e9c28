package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with the page: come, take a name, talk to all and to one. */
@Tag("browser")
class ChattingIT {
  /** Who closes the page may come back; here nobody waits long for it. */
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("resume-window-seconds", "1"));

  @Test
  void twoWindowsTalkToEachOther() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say("Hello Grace");
    grace.reads("Hello Grace");
    grace.say("Hello Ada");
    ada.reads("Hello Grace", "Hello Ada");
    grace.reads("Hello Grace", "Hello Ada");
  }

  @Test
  void ownMessagesAreShownAndMarkedAsOwnAndStored() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.say("one");
    ada.say("two");
    assertThat(ada.ownTexts()).hasText(new String[] {"one", "two"});
    assertThat(ada.stored()).hasCount(2);
  }

  @Test
  void whoComesLaterReadsWhatWasSaidBefore() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.say("first");
    assertThat(ada.stored()).hasCount(1);
    ChatWindow grace = WINDOWS.open().connected();
    grace.reads("first");
    assertThat(grace.ownTexts()).hasCount(0);
  }

  @Test
  void shiftAndEnterMakeNewLinesThatOthersSee() {
    ChatWindow ada = WINDOWS.open().connected();
    ChatWindow grace = WINDOWS.open().connected();
    ada.composer().fill("first");
    ada.composer().press("Shift+Enter");
    ada.composer().pressSequentially("second");
    ada.composer().press("Enter");
    assertThat(grace.texts()).hasCount(1);
    assertThat(grace.page().getByText("first\nsecond")).isVisible();
  }

  @Test
  void theListOfPeopleFollowsJoinRenameAndLeave() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.sees("Ada");
    ChatWindow newcomer = WINDOWS.open().connected();
    ada.sees("Ada", "User2");
    newcomer.named("Grace");
    ada.sees("Ada", "Grace");
    newcomer.sees("Ada", "Grace");
    newcomer.page().close();
    ada.sees("Ada");
    assertThat(ada.lines())
        .hasText(new String[] {"User2 joined", "User2 is now Grace", "Grace left"});
  }

  @Test
  void aPrivateConversationIsSeenByTwo() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow third = WINDOWS.open().named("Third");
    ada.writePrivatelyTo("Grace");
    ada.say("Psst");
    assertThat(ada.ownTexts()).hasText(new String[] {"Psst"});
    assertThat(ada.stored()).hasCount(1);

    assertThat(grace.chats()).hasText(new String[] {"Ada1, 1 unread message"});
    assertThat(grace.page()).hasTitle("(1) Chatroom");
    grace.chats().first().click();
    grace.reads("Psst");
    assertThat(grace.page()).hasTitle("Chatroom");
    grace.say("Yes?");
    ada.reads("Psst", "Yes?");

    ada.button("Back to general").click();
    ada.reads();
    ada.say("To all");
    third.reads("To all");
    assertThat(third.chats()).hasCount(0);
  }

  @Test
  void theComposerIsForSomebodyAsSoonAsTheyAreChosen() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    WINDOWS.open().named("Grace");
    Object placeholder =
        ada.button("Write privately to Grace")
            .evaluate(
                """
                it => {
                  it.click();
                  return it.getRootNode().querySelector('textarea').placeholder;
                }""");
    assertEquals("Message to Grace", placeholder);
  }

  @Test
  void whatIsWrittenToSomebodyWhoLeftIsMarkedAsNotSent() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.writePrivatelyTo("Grace");
    grace.page().close();
    assertThat(ada.lines()).hasText(new String[] {"Grace left"});
    ada.say("Still there?");
    assertThat(ada.log().locator("[data-status=failed]"))
        .containsText("This person is no longer online.");
    assertThat(ada.button("Try again")).isVisible();
  }

  @Test
  void aRefusedNameIsExplainedBesideItsField() {
    WINDOWS.open().named("Ada");
    ChatWindow other = WINDOWS.open();
    other.askName("Ada");
    assertThat(other.nameField())
        .hasAccessibleDescription(Pattern.compile("^Somebody already uses this name"));
    other.askName("x".repeat(21));
    assertThat(other.nameField())
        .hasAccessibleDescription(Pattern.compile("^This name cannot be used"));
    other.named("Grace").sees("Ada", "Grace");
  }

  @Test
  void hostileTextIsShownAsText() {
    ChatWindow mallory = WINDOWS.open().named("<img src=x>");
    ChatWindow ada = WINDOWS.open().named("Ada");
    String attack = "<img src=x onerror=\"document.title='owned'\"><script>alert(1)</script>";
    mallory.say(attack);
    ada.reads(attack);
    ada.sees("<img src=x>", "Ada");
    assertThat(ada.page().locator("img, chat-room script")).hasCount(0);
    assertThat(ada.page()).hasTitle("Chatroom");
  }

  @Test
  void aMessageThatIsTooLargeStaysWithItsWriter() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.say("x".repeat(11_000));
    assertThat(ada.page().getByRole(AriaRole.ALERT))
        .containsText(new String[] {"", "This message is too long."});
    assertThat(ada.composer()).hasValue("x".repeat(11_000));
    ada.reads();
  }

  @Test
  void newMessagesDoNotMoveTheTextUnderSomebodyWhoReads() {
    ChatWindow ada = WINDOWS.open(800, 400).named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    for (int i = 0; i < 20; i++) {
      ada.say("line " + i);
    }
    assertThat(grace.texts()).hasCount(20);
    assertThat(ada.texts().last()).isInViewport();
    ada.scrollUp();
    assertThat(ada.button("To the newest message")).isVisible();
    grace.say("Where are you?");
    ada.button("1 new message").click();
    assertThat(ada.texts().last()).isInViewport();
    assertThat(ada.texts().last()).hasText("Where are you?");
  }
}
