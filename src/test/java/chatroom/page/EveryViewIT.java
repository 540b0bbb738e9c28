package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chatroom.testing.Images;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That nothing which opens breaks WCAG 2.2 AA, in any language, in light and in dark colours. */
@Tag("browser")
class EveryViewIT {
  private static final String MARKED = "**Look**: `x = 1` and\n```\nint y;\n```\n- one\n> quoted";

  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("registration", "invitation"));

  /** Long words on a narrow screen, and the widest one. */
  @ParameterizedTest
  @CsvSource({"en-US, 1280", "de-DE, 360", "zh-CN, 2560"})
  void noViewOrDialogOrMenuBreaksTheRules(String language, int width) throws IOException {
    ChatWindow window =
        WINDOWS.open(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(width, 900));
    Walk walk = new Walk(window, "view-" + language.substring(0, 2) + "-" + width);
    assertThat(walk.at(".side-item.other")).hasCount(2);
    walk.check("first");
    String token = Files.readString(WINDOWS.server().home().resolve("first-admin-token")).strip();
    walk.signsUp(token);
    walk.ownAccount(token);
    ChatWindow grace = WINDOWS.open().named("Grace");
    grace.say(MARKED);
    grace.say("@Ada look");
    assertThat(grace.stored()).hasCount(2);
    grace.page().close();
    walk.messages();
    walk.room();
    walk.finding();
    walk.people();
    walk.administration();
  }

  /** One way through everything that opens, by what it is and not by what it is called. */
  private record Walk(ChatWindow window, String name) {
    private Locator at(String selector) {
      return window.page().locator(selector);
    }

    private void check(String view) {
      window.checkedInBothColoursAs(name + "-" + view);
    }

    /** Looks at what that key or click opened, and leaves it. */
    private void look(String selector, String view) {
      at(selector).waitFor();
      check(view);
      window.page().keyboard().press("Escape");
      assertThat(at(selector)).isHidden();
    }

    void signsUp(String token) {
      at(".name-signs button").first().click();
      look("#sign", "sign-in");
      at(".name-signs button").last().click();
      at("#sign-name").fill("Ada");
      at("#sign-password").fill("short");
      at("#sign-invitation").fill(token);
      at("#sign-invitation").press("Enter");
      assertThat(at("#sign [role=alert]")).not().hasText("");
      check("sign-up");
      at("#sign-password").fill("correct horse");
      at("#sign-password").press("Enter");
      assertThat(at("#sign")).isHidden();
    }

    void ownAccount(String token) {
      at(".me").click();
      at("#profile > details > summary").click();
      at("#profile-token").fill(token);
      at("#profile-token").press("Enter");
      assertThat(at("#profile .profile-me .tag")).isVisible();
      for (Locator more : at("#profile details:not([open]) > summary:visible").all()) {
        more.click();
      }
      look("#profile", "account");
    }

    void messages() {
      assertThat(window.texts()).hasCount(2);
      check("room");
      Said said = Said.in(window, "look");
      Locator actions = said.row().locator("[aria-haspopup=menu]");
      said.row().hover();
      actions.click();
      look("[role=menu]", "message");
      actions.click();
      at("[role=menu] .menu-item").last().click();
      look("[role=alertdialog]", "delete");
      actions.click();
      at("[role=menu] .menu-item:not(.danger)").last().click();
      look("#report", "report");
      at(".composer > .icon-button").last().click();
      look(".picker", "emoji");
      at(".composer > .icon-button").first().click();
      at("input[type=file]").setInputFiles(new FilePayload("a.png", "image/png", Images.png()));
      assertThat(at(".attach-preview img")).isVisible();
      check("image");
      at("#chat-image-alt").fill("Colours");
      at("#chat-image-alt").press("Enter");
      at(".picture[data-state=shown] .picture-button").click();
      look(".enlarged", "enlarged");
      window.composer().pressSequentially("@");
      look(".suggestions", "suggestions");
      window.composer().fill("/help");
      window.composer().press("Enter");
      look("#commands-help", "commands");
    }

    void room() {
      at(".heading .icon-button:visible").first().click();
      look("#date", "date");
      at(".heading .icon-button:visible").nth(1).click();
      look("#telling", "telling");
      at(".heading .icon-button:visible").last().click();
      look("#about-room", "about");
    }

    void finding() {
      window.page().keyboard().press("Control+k");
      look("#switch", "switch");
      window.composer().press("Escape");
      window.composer().blur();
      window.page().keyboard().press("?");
      look("#shortcuts", "shortcuts");
      at(".bar .icon-button:not(.people-toggle)").click();
      at("#search-query").fill("look");
      at("#search-query").press("Enter");
      window.found().first().waitFor();
      look("#search", "search");
    }

    void people() {
      if (at(".people-toggle").isVisible()) {
        at(".people-toggle").click();
        check("drawer");
      }
      at(".side-head button").first().click();
      look("#create-room", "create");
      if (at(".people-toggle").isVisible()) {
        window.page().keyboard().press("Escape");
      }
    }

    void administration() {
      at(".me").click();
      at("#profile > .button").click();
      Locator sections = at("#admin .admin-bar button");
      sections.first().waitFor();
      for (int index = 0; index < sections.count(); index++) {
        sections.nth(index).click();
        assertThat(at("#admin .admin-section:visible")).not().isEmpty();
        check("admin-" + index);
      }
    }
  }
}
