package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chatroom.testing.Images;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That what is written and not yet sent is lost by nothing, and sent by nobody but its writer. */
@Tag("browser")
class DraftsIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void whatIsBegunIsThereAfterAReload_inItsRoom_alsoTheChangeOfAMessage() {
    ChatWindow ada = WINDOWS.open().named("Ada").joined("random");
    ada.composer().fill("half a thought");
    ada.rooms().first().click();
    ada.inRoom("general");
    assertThat(ada.composer()).hasValue("");
    ada.say("A misteak");
    assertThat(ada.stored()).hasCount(1);
    ada.composer().press("ArrowUp");
    assertThat(ada.composer()).hasValue("A misteak");
    ada.composer().fill("A mistake");
    ada.page().reload();
    ada.connected();
    assertThat(ada.composer()).hasValue("A mistake");
    ada.composer().press("Enter");
    ada.reads("A mistake");
    ada.button("random").click();
    assertThat(ada.composer()).hasValue("half a thought");
    ada.composer().press("Enter");
    ada.page().reload();
    assertThat(ada.connected().composer()).hasValue("");
  }

  @Test
  void whatIsTooLongIsCounted_andStaysWithItsWriter() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.composer().fill("x".repeat(10_000));
    assertThat(ada.page().locator(".letters")).containsText("Room for ");
    ada.composer().fill("x".repeat(10_300));
    assertThat(ada.page().locator(".letters")).containsText("Too long by ");
    ada.checkedAs("too-long");
    ada.composer().press("Enter");
    assertThat(ada.composer()).hasValue("x".repeat(10_300));
    assertThat(ada.texts()).hasCount(0);
  }

  @Test
  void anUploadIsGivenUpByCancel_andTheNextOneBeginsAnew() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.page().route("**/uploads*", route -> {});
    Locator dialog = ada.page().getByRole(AriaRole.DIALOG);
    Locator send =
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send"));
    FilePayload file = new FilePayload("a.png", "image/png", Images.png());
    ada.button("Send an image").click();
    ada.page().locator("input[type=file]").setInputFiles(file);
    send.click();
    assertThat(dialog.getByRole(AriaRole.PROGRESSBAR)).isVisible();
    dialog.getByText("Cancel").click();
    assertThat(dialog).isHidden();
    ada.page().unroute("**/uploads*");
    ada.button("Send an image").click();
    assertThat(dialog.getByRole(AriaRole.PROGRESSBAR)).isHidden();
    ada.page().locator("input[type=file]").setInputFiles(file);
    send.click();
    assertThat(ada.log().locator("img")).isVisible();
  }
}
