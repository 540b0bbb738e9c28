package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chatroom.testing.Images;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images that people have and our server keeps. */
@Tag("browser")
class UploadsIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("max-upload-bytes", "1048576"));

  private static Locator dialog(ChatWindow window) {
    return window.page().getByRole(AriaRole.DIALOG);
  }

  static void choose(ChatWindow window, byte[] file) {
    window.button("Send an image").click();
    window
        .page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("picture.png", "image/png", file));
  }

  static void send(ChatWindow window) {
    dialog(window)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send"))
        .click();
  }

  static void seesPicture(ChatWindow window, String words) {
    Locator image = Said.in(window, words).row().locator("img");
    assertThat(image).isVisible();
    assertThat(image).hasJSProperty("naturalWidth", Images.WIDTH);
    assertThat(image).hasAttribute("src", Pattern.compile("^blob:"));
  }

  @Test
  void aFileIsShownToEverybodyInTheRoomAtOnce() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    choose(ada, Images.png());
    assertThat(dialog(ada).locator("img")).isVisible();
    ada.page().getByLabel("What is on the image?").fill("Colours");
    send(ada);
    assertThat(dialog(ada)).isHidden();
    grace.reads("Colours");
    seesPicture(ada, "Colours");
    seesPicture(grace, "Colours");
    seesPicture(WINDOWS.open().connected(), "Colours");
    grace.photograph("uploaded");
  }

  @Test
  void aPastedImageIsShownToTheOneItIsFor() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.writePrivatelyTo("Grace");
    ada.composer()
        .evaluate(
            """
            (field, encoded) => {
              const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
              const clipboardData = new DataTransfer();
              clipboardData.items.add(new File([bytes], 'a.png', { type: 'image/png' }));
              field.dispatchEvent(
                new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }""",
            Base64.getEncoder().encodeToString(Images.png()));
    ada.page().getByLabel("What is on the image?").fill("For you");
    ada.page().keyboard().press("Enter");
    assertThat(dialog(ada)).isHidden();
    grace.chats().first().click();
    grace.reads("For you");
    seesPicture(grace, "For you");
  }

  @Test
  void whatIsTooLargeIsExplainedAndNotSent() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    choose(ada, new byte[1_048_577]);
    assertThat(dialog(ada).getByRole(AriaRole.ALERT))
        .containsText("This file is larger than 1 MB.");
    assertThat(
            dialog(ada).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send")))
        .isDisabled();
  }

  @Test
  void aDeletedImageIsGone() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    choose(ada, Images.png());
    ada.page().getByLabel("What is on the image?").fill("A mistake");
    send(ada);
    seesPicture(grace, "A mistake");
    Said.in(ada, "A mistake").choose("Delete");
    ada.page()
        .getByRole(AriaRole.ALERTDIALOG)
        .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
        .click();
    grace.reads("This message was deleted.");
    assertThat(grace.log().locator("img")).hasCount(0);
  }
}
