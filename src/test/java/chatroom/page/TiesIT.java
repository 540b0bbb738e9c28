package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ties people beside what they say: receipts, and whom they do not want to hear. */
@Tag("browser")
class TiesIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void whoIsIgnoredIsNotSeenAndNotCounted_untilTheyAreHeardAgain() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.sees("Ada", "Grace");
    grace.say("before");
    ada.reads("before");
    ada.button("More about Grace").click();
    ada.page().getByText("Ignore", ChatWindow.exactly()).click();
    assertThat(ada.texts()).hasCount(0);
    ada.joined("random");
    grace.say("noise");
    assertThat(grace.stored()).hasCount(2);
    grace.writePrivatelyTo("Ada");
    grace.say("psst");
    assertThat(grace.stored()).hasCount(1);
    ada.rooms().first().click();
    ada.checkedAs("ignoring");
    assertThat(ada.page()).hasTitle("Chatroom");
    assertThat(ada.chats()).hasCount(0);
    ada.button("More about Grace").click();
    ada.button("Stop ignoring").click();
    ada.reads("before", "noise");
  }

  @Test
  void aReceiptIsGivenOnPurposeAndSeenByWhoSaidIt() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.say("Please read this");
    grace.reads("Please read this");
    assertThat(ada.receipts()).hasCount(0);
    grace.log().getByRole(AriaRole.BUTTON).last().click();
    grace.page().getByText("Tell that I read this").click();
    assertThat(ada.receipts()).hasText(new String[] {"Read by Grace"});
    assertThat(grace.receipts()).hasText(new String[] {"Your receipt was sent"});
    ada.checkedAs("receipt");
  }
}
