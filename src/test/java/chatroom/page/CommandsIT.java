package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done by typing a slash and a word. */
@Tag("browser")
class CommandsIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void namesAndRoomsAreChangedByWriting() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.say("/nick Ada Lovelace");
    assertThat(ada.ownName()).containsText("Ada Lovelace");
    ada.say("/join #Random");
    ada.connected().inRoom("random");
    ada.say("Here");
    assertThat(ada.stored()).hasCount(1);
    ada.say("/part");
    ada.inRoom("general");
    ada.say("//help is a command");
    ada.reads("/help is a command");
  }

  @Test
  void somebodyIsWrittenToPrivatelyByTheirName() {
    ChatWindow grace = WINDOWS.open().named("Grace Hopper");
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.sees("Ada", "Grace Hopper");
    ada.say("/msg grace hopper psst");
    ada.reads("psst");
    assertThat(grace.chats()).hasText(new String[] {"Ada1, 1 unread message"});
    grace.chats().first().click();
    grace.reads("psst");
  }

  @Test
  void whatIsNoCommandStaysWithItsWriterAndIsToldApart() {
    ChatWindow ada = WINDOWS.open().connected();
    ada.say("/halp");
    assertThat(ada.notice()).containsText("There is no command “/halp”");
    assertThat(ada.composer()).hasValue("/halp");
    ada.say("/help");
    assertThat(ada.dialog("Commands")).containsText("/msg name words");
    ada.checkedAs("commands");
    ada.page().keyboard().press("Escape");
    assertThat(ada.dialog("Commands")).isHidden();
    assertThat(ada.composer()).isFocused();
    assertThat(ada.texts()).hasCount(0);
  }

  @Test
  void theyAreExplainedInChinese() {
    ChatWindow reader = WINDOWS.open(new Browser.NewContextOptions().setLocale("zh-CN"));
    assertThat(reader.status()).hasText("实时");
    reader.say("/help");
    Page.GetByRoleOptions called = new Page.GetByRoleOptions().setName("命令");
    assertThat(reader.page().getByRole(AriaRole.DIALOG, called)).containsText("修改您的昵称");
    reader.photograph("commands-chinese");
  }
}
