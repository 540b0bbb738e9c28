package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How who looks elsewhere is told of what is said, and is left in peace. */
@Tag("browser")
class TellingIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  /** What the system was asked to show. */
  private static final String LISTEN =
      """
      window.told = [];
      window.Notification = class extends Notification {
        constructor(title, options) {
          super(title, options);
          told.push(`${title}: ${options.body}`);
        }
      };""";

  /** As browsers of phones have it. */
  private static final String ONLY_A_WORKER_SHOWS =
      """
      window.Notification = class {
        static permission = 'granted';
        constructor() {
          throw new TypeError('Illegal constructor');
        }
      };""";

  private static final String SHOWN =
      """
      async () => {
        const { ready } = navigator.serviceWorker;
        const [shown] = await (await ready).getNotifications();
        window.shown = shown && `${shown.title}: ${shown.body} ${shown.data}`;
        return window.shown;
      }""";

  private static final String LOOK_AWAY =
      """
      () => {
        Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
      }""";

  @Test
  void whoIsAwayIsOfferedToBeTold_isToldIfTheyWant_andMutesARoom() {
    ChatWindow ada =
        WINDOWS
            .open(new Browser.NewContextOptions().setPermissions(List.of("notifications")))
            .named("Ada");
    ada.page().addInitScript(LISTEN);
    ada.page().reload();
    ada.connected();
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.sees("Ada", "Grace");
    ada.page().evaluate(LOOK_AWAY);
    grace.say("@Ada are you there?");
    assertThat(ada.page().getByText("Somebody wrote to you while you were away.")).isVisible();
    Locator icon = ada.page().locator("link[rel=icon]");
    assertThat(icon).hasAttribute("href", Pattern.compile("/img/icon-unread\\.svg$"));
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    ada.checkedAs("telling-offer");
    ada.button("Turn on").click();
    grace.say("@Ada **hello**?");
    ada.page().waitForFunction("() => told.length === 1");
    assertEquals("Grace · #general: @Ada hello?", ada.page().evaluate("told[0]"));
    ada.button("Notifications").click();
    assertThat(ada.page().getByLabel("Show notifications while I am elsewhere")).isChecked();
    ada.checkedAs("telling");
    ada.page().getByLabel("Nothing (muted)").check();
    ada.page().keyboard().press("Escape");
    assertThat(ada.rooms().first()).hasText("general, muted");
    assertThat(icon).hasAttribute("href", Pattern.compile("/img/icon\\.svg$"));
    assertThat(ada.page()).hasTitle("Chatroom");
  }

  @Test
  void theWorkerOfThePageShowsItWhereOnlyWorkersMay() {
    ChatWindow ada =
        WINDOWS
            .open(new Browser.NewContextOptions().setPermissions(List.of("notifications")))
            .named("Ada");
    ada.page().addInitScript(ONLY_A_WORKER_SHOWS);
    ada.page().reload();
    ada.connected();
    ada.page().waitForFunction("() => navigator.serviceWorker.controller");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.sees("Ada", "Grace");
    ada.page().evaluate(LOOK_AWAY);
    grace.say("@Ada are you there?");
    ada.button("Turn on").click();
    grace.say("@Ada hello?");
    ada.page().waitForCondition(() -> ada.page().evaluate(SHOWN) != null);
    String said = (String) ada.page().evaluate("window.shown");
    assertTrue(said.matches("Grace · #general: @Ada hello\\? #general/\\d+"), said);
  }
}
