package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a guest comes to an account, and is the same person in two windows. */
@Tag("browser")
class AccountsPageIT {
  private static final String PASSWORD = "correct horse";

  @RegisterExtension static final Windows WINDOWS = new Windows();

  private static void fill(ChatWindow window, String name, String password) {
    window.page().locator("#sign-name").fill(name);
    window.page().locator("#sign-password").fill(password);
    window.page().locator("#sign-password").press("Enter");
  }

  private static Locator failure(ChatWindow window) {
    return window.page().locator("#sign [role=alert]");
  }

  private static void signUp(ChatWindow window, String name) {
    window.connected().button("Create account").click();
    fill(window, name, PASSWORD);
    assertThat(window.button("Your account: " + name)).isVisible();
  }

  @Test
  void whoSignsInElsewhereIsTheSamePersonAndWhatIsReadThereIsReadHere() {
    ChatWindow guest = WINDOWS.open().named("Guest");
    ChatWindow ada = WINDOWS.open();
    ada.connected().composer().fill("not sent yet");
    signUp(ada, "Ada");
    assertThat(ada.composer()).hasValue("not sent yet");
    ada.composer().fill("");

    ChatWindow phone = WINDOWS.open(390, 844);
    phone.connected().button("Sign in").click();
    fill(phone, "Ada", "wrong horse");
    assertThat(failure(phone)).hasText("Wrong name or password.");
    fill(phone, "Ada", PASSWORD);
    assertThat(phone.button("Your account: Ada")).isVisible();
    phone.connected();
    guest.sees("Ada", "Guest");

    ada.joined("random");
    guest.say("To those in general");
    assertThat(ada.page()).hasTitle("Chatroom");
    phone.reads("To those in general");
    ada.rooms().first().click();
    guest.writePrivatelyTo("Ada");
    guest.say("psst");
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    assertThat(phone.page()).hasTitle("(1) Chatroom");
    ada.chats().first().click();
    assertThat(ada.page()).hasTitle("Chatroom");
    assertThat(phone.page()).hasTitle("Chatroom");
    ada.say("what?");
    phone.button("Rooms and people").click();
    phone.chats().first().click();
    phone.reads("psst", "what?");
    assertThat(phone.ownTexts()).hasText(new String[] {"what?"});

    ada.button("Your account: Ada").click();
    ada.button("Sign out everywhere else").click();
    assertThat(failure(phone)).hasText("Your session has ended. Please sign in again.");
    ada.checkedAs("profile");
    ada.page().locator("#profile .profile-me .button").click();
    assertThat(ada.nameField()).isVisible();
    ada.connected();
    guest.page().locator(".side-item").first().waitFor();
    assertThat(ada.chats()).hasCount(0);
  }

  @Test
  void noViewOfSigningInBreaksTheRules() {
    for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (String language : new String[] {"en-US", "zh-CN"}) {
        int width = language.equals("zh-CN") == (colours == ColorScheme.DARK) ? 320 : 1280;
        ChatWindow window =
            WINDOWS.open(
                new Browser.NewContextOptions()
                    .setLocale(language)
                    .setColorScheme(colours)
                    .setViewportSize(width, 760));
        String view = "-" + language + "-" + colours + "-" + width;
        window.page().locator(".name-signs button").last().click();
        window.page().locator("#sign-name").fill("Ada");
        window.page().locator("#sign-password").fill("short");
        window.page().locator(".password-show").first().click();
        window.page().locator("#sign-password").press("Enter");
        assertThat(failure(window)).not().hasText("");
        window.checkedAs("sign" + view);
        assertFalse(window.isTooWide(), view);
        window.page().close();
      }
    }
  }
}
