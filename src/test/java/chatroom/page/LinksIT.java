package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.TestClient;
import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a link leads to a message. */
@Tag("browser")
class LinksIT {
  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  @Test
  void theLinkOfAMessageLeadsThere_alsoWhereMuchWasSaidSince() {
    ChatWindow ada =
        WINDOWS
            .open(
                new Browser.NewContextOptions()
                    .setPermissions(List.of("clipboard-read", "clipboard-write")))
            .named("Ada");
    ada.say("where it began");
    assertThat(ada.stored()).hasCount(1);
    Said.in(ada, "where it began").choose("Copy link");
    String link = WINDOWS.server().url() + "#general/1";
    ada.page()
        .waitForCondition(() -> link.equals(ada.page().evaluate("navigator.clipboard.readText()")));
    try (TestClient talker = TestClient.join(WINDOWS.server())) {
      IntStream.rangeClosed(1, 500)
          .forEach(
              i -> {
                talker.send("message", "content", "line " + i, "ref", "line " + i);
                talker.expect("ack");
              });
    }
    ChatWindow grace = WINDOWS.open().named("Grace");
    follow(grace, "#general/1");
    Said begun = Said.in(grace, "where it began");
    assertThat(begun.row()).isInViewport();
    assertThat(begun.row()).isFocused();
    grace.photograph("link-followed");
    assertEquals(WINDOWS.server().url().toString(), grace.page().url());
    grace.button("Back to the newest").click();
    follow(grace, "#general/1");
    assertThat(begun.row()).isInViewport();
  }

  @Test
  void aLinkLeadsIntoItsRoom_andWhatIsNotThereIsSaid() {
    ChatWindow ada = WINDOWS.open().named("Ada").joined("random");
    ada.say("over here");
    assertThat(ada.stored()).hasCount(1);
    ChatWindow grace = WINDOWS.open().named("Grace");
    follow(grace, "#random/1");
    grace.inRoom("random");
    assertThat(Said.in(grace, "over here").row()).isFocused();
    follow(grace, "#random/77");
    assertThat(grace.notice()).hasText("This message is not here any more, or never was.");
    follow(grace, "#nowhere/1");
    assertThat(grace.notice()).containsText("room");
    grace.inRoom("random");
  }

  private static void follow(ChatWindow window, String fragment) {
    window.page().evaluate("fragment => { location.hash = fragment; }", fragment);
  }
}
