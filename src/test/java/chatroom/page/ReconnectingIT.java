package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page does when the line to the server is lost. */
@Tag("browser")
class ReconnectingIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void saysThatItIsOfflineAndComesBackByItselfUnderTheSameName() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    WINDOWS.server().stop();
    assertThat(ada.status()).hasText("Offline");
    assertThat(ada.page().getByRole(AriaRole.STATUS).first())
        .containsText("The connection was lost.");
    ada.photograph("offline");
    ada.say("Written while offline");
    assertThat(ada.log()).containsText("Waiting for the connection");

    WINDOWS.server().restart();
    ada.connected();
    ada.sees("Ada");
    ada.reads("Written while offline");
    assertThat(ada.log().locator("[data-status=stored]")).hasCount(1);
  }

  @Test
  void showsNothingTwiceAfterTheLineBrokeAndKnowsItsOwnMessages() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow ada = WINDOWS.open();
    List<WebSocketRoute> lines = breakable(ada.page());
    ada.named("Ada");
    ada.say("one");
    grace.reads("one");
    grace.say("two");
    ada.reads("one", "two");

    lines.get(0).close();
    assertThat(ada.status()).not().hasText("Connected");
    grace.sees("Grace");
    grace.say("three");
    ada.connected();
    ada.reads("one", "two", "three");
    assertThat(ada.ownTexts()).hasText(new String[] {"one"});
    grace.sees("Ada", "Grace");
  }

  @Test
  void staysAwayWhenItWasSentAwayUntilSomebodyAsks() {
    ChatWindow ada = WINDOWS.open();
    List<WebSocketRoute> lines = breakable(ada.page());
    ada.connected();
    lines.get(0).close(new WebSocketRoute.CloseOptions().setCode(4003).setReason("kicked"));
    assertThat(ada.status()).hasText("Disconnected");
    assertThat(ada.page().getByText("You were removed from the chat.", exactly())).isVisible();
    ada.button("Reconnect").click();
    ada.connected();
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  /** Opens the page again so that the test holds the lines that it opens. */
  private static List<WebSocketRoute> breakable(Page page) {
    List<WebSocketRoute> lines = new ArrayList<>();
    page.routeWebSocket(
        url -> url.endsWith("/ws"),
        line -> {
          line.connectToServer();
          lines.add(line);
        });
    page.reload();
    return lines;
  }
}
