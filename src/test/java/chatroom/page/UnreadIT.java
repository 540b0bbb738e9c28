package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is news to who comes back, and where it begins. */
@Tag("browser")
class UnreadIT {
  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  @Test
  void aLineTellsWhereOneLeftOff_andOneReadsOnFromThere() {
    ChatWindow ada =
        WINDOWS.open(
            new Browser.NewContextOptions()
                .setViewportSize(360, 640)
                .setColorScheme(ColorScheme.DARK));
    ada.named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    grace.say("Read before");
    ada.reads("Read before");
    assertThat(ada.divider()).hasCount(0);
    ada.button("Rooms and people").click();
    ada.joined("random");
    for (int i = 1; i <= 20; i++) {
      grace.say("news " + i);
    }
    assertThat(ada.page()).hasTitle("(20) Chatroom");
    ada.button("Rooms and people").click();
    ada.photograph("unread-drawer");
    ada.rooms().first().click();
    assertThat(ada.divider()).isInViewport();
    assertThat(ada.page().getByText("news 1", ChatWindow.exactly())).isInViewport();
    assertThat(ada.button("To the newest message")).isVisible();
    assertThat(ada.page()).hasTitle("Chatroom");
    ada.checkedAs("left-off");
    ada.button("To the newest message").click();
    assertThat(ada.texts().last()).isInViewport();
  }

  @Test
  void whoReadsFurtherUpHasNotReadWhatComesBelow() {
    ChatWindow ada = WINDOWS.open(800, 500).named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    for (int i = 1; i <= 30; i++) {
      grace.say("line " + i);
    }
    assertThat(ada.texts()).hasCount(30);
    ada.scrollUp();
    assertThat(ada.button("To the newest message")).isVisible();
    grace.say("news");
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    ada.button("1 new message").click();
    assertThat(ada.page()).hasTitle("Chatroom");
  }

  @Test
  void whatCameWhileTheLineWasCutIsCountedAndBeginsBelowTheLine() {
    ChatWindow ada = WINDOWS.open();
    Lines lines = Lines.of(ada);
    ada.named("Ada").joined("random");
    ChatWindow grace = WINDOWS.open().named("Grace").joined("random");
    grace.say("before");
    ada.reads("before");
    lines.cut();
    assertThat(ada.status()).containsText("Offline");
    grace.say("missed here");
    grace.rooms().first().click();
    grace.say("missed one");
    grace.say("missed two");
    assertThat(grace.stored()).hasCount(2);
    lines.restore();
    ada.connected().reads("before", "missed here");
    assertThat(ada.divider()).hasText("New since you were here");
    assertThat(ada.rooms().first()).hasText("general2, 2 unread messages");
  }

  @Test
  void aReloadKeepsWhereOneLeftOff() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    grace.say("read");
    ada.reads("read");
    ada.joined("random");
    grace.say("news");
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    ada.page().reload();
    ada.connected();
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    ada.rooms().first().click();
    ada.reads("read", "news");
    assertThat(ada.log().locator(".divider + .message")).containsText("news");
  }
}
