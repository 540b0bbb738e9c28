package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.ContainerUsers;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page where the container says who comes. */
@Tag("browser")
class ContainerPageIT {
  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("auth", "container"));

  private static ChatWindow open(String user, int width) {
    return WINDOWS.open(
        new Browser.NewContextOptions()
            .setHttpCredentials(user, ContainerUsers.PASSWORD)
            .setViewportSize(width, 760));
  }

  private static Locator banner(ChatWindow window) {
    return window.page().locator(".banner:visible");
  }

  @Test
  void whoseSessionEndsSignsInAgainAndIsWhoTheyWere() {
    ChatWindow bob = open("bob", 1280).connected();
    ChatWindow alice = open("alice", 360).connected();
    assertThat(alice.nameField()).isHidden();
    bob.sees("alice", "bob");
    alice.say("hello");
    bob.reads("hello");

    alice.page().evaluate("() => fetch('login', { method: 'DELETE' }).then(() => null)");
    assertThat(banner(alice)).containsText("Your session has ended.");
    alice.say("written meanwhile");
    assertThat(alice.texts()).hasCount(2);
    alice.checkedAs("container-session-ended");
    assertFalse(alice.isTooWide());
    alice.button("Sign in again").click();
    alice.connected();
    bob.reads("hello", "written meanwhile");
    alice.reads("hello", "written meanwhile");

    alice.button("Your account: alice").click();
    alice.checkedAs("container-profile");
    alice.page().locator("#profile .profile-me .button").click();
    assertThat(banner(alice)).containsText("You are signed out.");
    assertThat(alice.texts()).hasCount(0);
    bob.sees("bob");
    alice.checkedAs("container-signed-out");
    alice.button("Sign in again").click();
    alice.connected();
    bob.sees("alice", "bob");
  }
}
