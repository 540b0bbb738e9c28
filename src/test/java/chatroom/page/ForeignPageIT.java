package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chatroom.testing.ContainerUsers;
import chatroom.testing.Images;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The element in a page at another host, where the container signs people in, and a strict policy.
 */
@Tag("browser")
class ForeignPageIT {
  private static final Portal PORTAL = new Portal(() -> ForeignPageIT.WINDOWS.server());

  @RegisterExtension
  static final Windows WINDOWS =
      new Windows(
          Map.of("auth", "container", "allowed-origins", PORTAL.origin()),
          List.of(PORTAL.origin(), "data:"));

  @AfterAll
  static void stop() {
    PORTAL.close();
  }

  private static ChatWindow bob() {
    return WINDOWS
        .open(new Browser.NewContextOptions().setHttpCredentials("bob", ContainerUsers.PASSWORD))
        .connected();
  }

  @Test
  void whomThePortalKnowsIsThatUser_alsoAfterTheLineWasLost_untilItDoesNot() {
    ChatWindow bob = bob();
    PORTAL.is("alice");
    ChatWindow alice = WINDOWS.openAt(PORTAL.origin() + "/users").connected();
    bob.sees("alice", "bob");
    alice.say("from the portal");
    bob.reads("from the portal");
    UploadsIT.choose(alice, Images.png());
    alice.page().getByLabel("What is on the image?").fill("Colours");
    UploadsIT.send(alice);
    UploadsIT.seesPicture(bob, "Colours");
    UploadsIT.seesPicture(alice, "Colours");
    alice.checkedAs("embedded-in-a-portal");
    Lines lines = Lines.of(alice);
    alice.connected();
    lines.cut();
    assertThat(alice.status()).containsText("Offline");
    bob.say("said meanwhile");
    alice.composer().fill("a draft");
    lines.restore();
    alice.reads("from the portal", "Colours", "said meanwhile");
    assertThat(alice.composer()).hasValue("a draft");

    PORTAL.is("");
    lines.end(1001);
    Locator banner = alice.page().locator(".banner:visible");
    assertThat(banner).containsText("Your session has ended.");
    PORTAL.is("alice");
    alice.button("Sign in again").click();
    alice.connected();
    bob.sees("alice", "bob");
    WINDOWS.complainedOf(
        "Failed to load resource: the server responded with a status of 401 (Unauthorized) at "
            + PORTAL.origin()
            + "/ticket");
  }
}
