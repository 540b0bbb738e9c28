package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page does when the line to the server is lost. */
@Tag("browser")
class ReconnectingIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void saysThatItIsOfflineAndComesBackByItselfUnderTheSameName() {
    ChatWindow ada = WINDOWS.open().named("Ada").complete();
    WINDOWS.server().stop();
    assertThat(ada.status()).hasText("Offline");
    assertThat(ada.page().getByRole(AriaRole.STATUS).first())
        .containsText("The connection was lost.");
    ada.photograph("offline");

    WINDOWS.server().restart();
    ada.connected();
    ada.sees("Ada");
  }

  @Test
  void staysAwayWhenItWasSentAwayUntilSomebodyAsks() {
    ChatWindow ada = WINDOWS.open();
    Lines lines = Lines.of(ada);
    ada.connected();
    lines.end(4003);
    assertThat(ada.status()).hasText("Disconnected");
    assertThat(ada.page().getByText("You were removed from the chat.", ChatWindow.exactly()))
        .isVisible();
    ada.button("Reconnect").click();
    ada.connected();
  }
}
