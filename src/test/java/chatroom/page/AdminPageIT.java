package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators do on the page: they invite, see who is there, and keep order. */
@Tag("browser")
class AdminPageIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("registration", "invitation"));

  private static Locator at(ChatWindow window, String selector) {
    return window.page().locator(selector);
  }

  private static void signUp(ChatWindow window, String name, String invitation) {
    at(window, ".name-signs button").last().click();
    at(window, "#sign-name").fill(name);
    at(window, "#sign-password").fill("correct horse");
    at(window, "#sign-invitation").fill(invitation);
    at(window, "#sign-invitation").press("Enter");
    assertThat(at(window, "#sign")).isHidden();
  }

  private static void pictured(ChatWindow window, String name) {
    window.checkedAs("admin-" + name);
    assertFalse(window.isTooWide(), name);
  }

  @Test
  void anAdministratorInvitesSomebodyAndMutesThemWhichTheyReadAfterAReloadToo() throws IOException {
    String first = Files.readString(WINDOWS.server().home().resolve("first-admin-token")).strip();
    ChatWindow ada =
        WINDOWS.open(
            new Browser.NewContextOptions()
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(360, 760));
    signUp(ada.connected(), "Ada", first);
    ada.button("Your account: Ada").click();
    ada.page().getByText("Become the first administrator").click();
    at(ada, "#profile-token").fill(first);
    at(ada, "#profile-token").press("Enter");
    assertThat(at(ada, "#profile .profile-me .tag")).hasText("Administrator");

    ada.page().getByText("New token").click();
    at(ada, "#token-name").fill("CI");
    at(ada, "#token-write").check();
    at(ada, "#token-name").press("Enter");
    assertThat(at(ada, "#token-secret")).not().hasValue("");
    pictured(ada, "token");
    ada.button("Revoke the token CI").click();
    assertThat(at(ada, "#profile")).containsText("No program has a token.");

    ada.button("Administration").click();
    ada.button("Invitations").click();
    ada.button("Make an invitation").click();
    assertThat(at(ada, "#invitation-token")).not().hasValue("");
    pictured(ada, "invitation");
    ChatWindow bob =
        WINDOWS.open(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 760));
    signUp(bob, "Bob", at(ada, "#invitation-token").inputValue());

    ada.button("People").last().click();
    at(ada, "#admin-person").fill("bo");
    at(ada, "#admin-person").press("Enter");
    Locator row =
        at(ada, "#admin .admin-row").filter(new Locator.FilterOptions().setHasText("Bob"));
    assertThat(row).containsText("Member · online");
    ada.button("Keep order: Bob").click();
    at(ada, "#moderate-reason").fill("spam");
    at(ada, "#moderate-reason").press("Enter");
    assertThat(at(ada, "#moderate")).containsText("Muted.");
    at(ada, "#moderate").getByLabel("Close").click();
    assertThat(row).containsText("Member · online · muted");
    pictured(ada, "people");
    ada.button("Numbers").click();
    ada.button("Lock down").click();

    assertThat(at(bob, ".lockdown")).not().isEmpty();
    bob.page().reload();
    assertThat(bob.status()).hasText("实时");
    assertThat(at(bob, ".lockdown")).not().isEmpty();
    assertThat(at(bob, ".composer-closed")).containsText("禁言");
    bob.button("您的账号：Bob").click();
    at(bob, "#profile details summary").first().click();
    pictured(bob, "member");
  }
}
