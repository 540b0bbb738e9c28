package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.TestClient;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How one comes to what was said too long ago to scroll there. */
@Tag("browser")
class LongAgoIT {
  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  private static final int SAID = 900;

  private static void talk() {
    talk(SAID);
  }

  /** Says a number a message. */
  private static void talk(int count) {
    say(IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i).toArray(String[]::new));
  }

  private static void say(String... texts) {
    try (TestClient talker = TestClient.join(WINDOWS.server())) {
      for (String text : texts) {
        talker.send("message", "content", text, "ref", text);
        talker.expect("ack");
      }
    }
  }

  @Test
  void aMessageOfLongAgoIsShownWhereItWasSaid_andOneReadsOnFromThereToThePresent() {
    talk();
    ChatWindow ada = WINDOWS.open(1280, 700).named("Ada");
    goTo(ada, "line 120");
    assertThat(far(ada)).isVisible();
    assertThat(Said.in(ada, "line 120").row()).isFocused();
    ada.checkedInBothColoursAs("long-ago");
    Locator read = line(ada, 168);
    read.scrollIntoViewIfNeeded();
    double before = read.boundingBox().y;
    assertThat(line(ada, 270)).hasCount(1);
    assertEquals(before, read.boundingBox().y, 1);
    say("news");
    assertThat(ada.log()).not().containsText("news");
    scrollDownUntilNear(ada);
    assertThat(far(ada)).isHidden();
    assertThat(ada.texts().last()).hasText("news");
  }

  @Test
  void whatHappensToAMessageOfLongAgoIsSeenThere_andOneIsBackByWriting() {
    talk();
    ChatWindow ada = WINDOWS.open(360, 640).named("Ada");
    goTo(ada, "line 30");
    assertThat(far(ada)).isVisible();
    Said old = Said.in(ada, "line 30");
    old.react("thumbsup");
    assertThat(old.reactions()).hasCount(1);
    ada.photograph("long-ago-narrow");
    old.choose("Reply");
    ada.say("so long ago");
    assertThat(far(ada)).isHidden();
    assertThat(ada.texts().last()).hasText("so long ago");
    assertThat(ada.texts().last()).isInViewport();
    ada.log().locator(".quote").last().click();
    assertThat(far(ada)).isVisible();
    assertThat(line(ada, 30)).isInViewport();
    ada.button("Back to the newest").click();
    assertThat(far(ada)).isHidden();
    assertThat(ada.texts().last()).isInViewport();
    assertThat(ada.log()).isFocused();
  }

  @Test
  void whoWasAwayForLongGoesToTheFirstMessageThatTheyHaveNotRead() {
    ChatWindow ada = WINDOWS.open(1280, 700).named("Ada");
    say("the last one read");
    ada.reads("the last one read");
    ada.joined("random");
    String address = ada.page().url();
    ada.page().navigate("about:blank");
    talk(1_200);
    ada.page().navigate(address);
    ada.connected().rooms().first().click();
    Locator toFirst = ada.button("To the first unread message");
    for (int width : List.of(360, 1280, 2560)) {
      ada.page().setViewportSize(width, 700);
      assertThat(toFirst).isInViewport();
      ada.checkedInBothColoursAs("first-unread-" + width);
    }
    toFirst.click();
    Locator first = ada.log().locator(".divider + .message");
    assertThat(first.getByText("line 1", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    assertThat(first).isFocused();
    assertThat(ada.divider()).isInViewport();
    assertThat(toFirst).isHidden();
    ada.checkedAs("first-unread-found");
  }

  private static void goTo(ChatWindow window, String text) {
    window.search('"' + text + '"');
    assertThat(window.found()).hasCount(1);
    window.found().click();
    assertThat(Said.in(window, text).row()).isInViewport();
  }

  private static Locator far(ChatWindow window) {
    return window.page().getByText("You are reading older messages.");
  }

  private static Locator line(ChatWindow window, int number) {
    return window.log().getByText("line " + number, new Locator.GetByTextOptions().setExact(true));
  }

  /** As somebody with a wheel would, until it is shown that the newest follow. */
  private static void scrollDownUntilNear(ChatWindow window) {
    window.log().hover();
    window
        .page()
        .waitForCondition(
            () -> {
              window.page().mouse().wheel(0, 300);
              return !far(window).isVisible();
            });
    window.log().evaluate("log => { log.scrollTop = log.scrollHeight; }");
  }
}
