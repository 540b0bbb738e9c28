package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How people go from room to room. */
@Tag("browser")
class RoomsIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void inASecondRoomOneTalksWhileTheFirstOneCountsWhatIsUnread() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    assertThat(ada.rooms()).hasText(new String[] {"general", "random0", "gaming0"});
    ada.joined("random");
    assertThat(ada.composer()).isFocused();
    ada.sees("Ada");
    grace.joined("random");
    ada.sees("Ada", "Grace");
    ada.say("Here?");
    grace.reads("Here?");

    ChatWindow third = WINDOWS.open().named("Third");
    third.say("To those in general");
    String[] unread = {"general1, 1 unread message", "random", "gaming0"};
    assertThat(ada.rooms()).hasText(unread);
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    ada.reads("Here?");
    grace.say("Here.");
    ada.reads("Here?", "Here.");
    assertThat(ada.rooms()).hasText(unread);

    ada.rooms().first().click();
    ada.reads("To those in general");
    ada.sees("Ada", "Grace", "Third");
    assertThat(ada.page()).hasTitle("Chatroom");
    third.reads("To those in general");
    assertThat(third.texts()).hasCount(1);
  }

  @Test
  void aReloadKeepsTheRoomsAndWhichIsOpenAndWhatIsUnread() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.joined("random");
    grace.joined("random");
    ada.sees("Ada", "Grace");
    ada.say("one");
    grace.reads("one");
    grace.rooms().first().click();
    grace.say("In general");
    assertThat(ada.page()).hasTitle("(1) Chatroom");
    Object lines = grace.lines().allTextContents();

    ada.page().reload();
    ada.connected().inRoom("random");
    ada.reads("one");
    assertThat(ada.rooms())
        .hasText(new String[] {"general1, 1 unread message", "random", "gaming0"});
    ada.say("two");
    grace.rooms().nth(1).click();
    grace.reads("one", "two");
    grace.sees("Ada", "Grace");
    ada.rooms().first().click();
    ada.reads("In general");
    grace.rooms().first().click();
    assertEquals(lines, grace.lines().allTextContents());
  }

  @Test
  void whatWasSaidInARoomWhileTheLineWasCutIsThereAndWhatWaitsGoesToItsRoom() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    grace.joined("random");
    ChatWindow ada = WINDOWS.open();
    Lines lines = Lines.of(ada);
    ada.named("Ada").joined("random");
    grace.sees("Ada", "Grace");
    lines.cut();
    assertThat(ada.status()).containsText("Offline");
    grace.say("one");
    ada.say("two");
    ada.button("Join gaming").click();
    ada.say("three");
    assertThat(ada.status()).containsText("2 waiting");
    lines.restore();
    ada.connected().reads("three");
    assertThat(ada.stored()).hasCount(1);
    grace.reads("one", "two");
    ada.rooms().nth(1).click();
    ada.reads("one", "two");
    grace.joined("gaming").reads("three");
  }

  @Test
  void allButTheLastRoomCanBeLeft() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    assertThat(ada.button("Leave")).hasCount(0);
    ada.joined("random");
    grace.joined("random");
    ada.sees("Ada", "Grace");
    ada.button("Leave random").click();
    ada.inRoom("general");
    assertThat(ada.composer()).isFocused();
    assertThat(ada.button("Leave")).hasCount(0);
    grace.sees("Grace");
    assertThat(grace.lines()).hasText(new String[] {"Ada left"});
    grace.say("Gone?");
    assertThat(grace.stored()).hasCount(1);
    assertThat(ada.page()).hasTitle("Chatroom");
    ada.joined("random").reads("Gone?");
    ada.rooms().first().click();
    ada.button("Leave general").click();
    ada.inRoom("random");
    ada.page().reload();
    ada.connected().inRoom("random");
    assertThat(ada.rooms()).hasText(new String[] {"random", "general1", "gaming0"});
  }

  @Test
  void theKeyboardAloneIsEnough() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    var keyboard = ada.page().keyboard();
    ada.tabTo(ada.button("Join random"));
    keyboard.press("Enter");
    ada.inRoom("random");
    assertThat(ada.composer()).isFocused();
    keyboard.type("Alone here");
    keyboard.press("Enter");
    ada.reads("Alone here");
    assertThat(ada.stored()).hasCount(1);
    ada.tabTo(ada.button("Leave random"));
    keyboard.press("Enter");
    ada.inRoom("general");
    assertThat(ada.composer()).isFocused();
  }

  @Test
  void noViewBreaksTheRules() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    grace.joined("random");
    for (int width : new int[] {320, 1280}) {
      ChatWindow ada = WINDOWS.open(width, 760);
      String view = "-" + width;
      ada.named("Ada" + width);
      if (width < 768) {
        ada.button("Rooms and people").click();
      }
      ada.joined("random");
      grace.rooms().nth(1).click();
      grace.say("Does anybody know a good film?");
      ada.say("The one with the two robots");
      grace.writePrivatelyTo("Ada" + width);
      grace.say("Do not tell the others");
      grace.button("Back to random").click();
      grace.rooms().first().click();
      grace.say("Is it warm where you are?");
      assertThat(ada.page()).hasTitle("(2) Chatroom");
      ada.checkedInBothColoursAs("rooms" + view);
      assertFalse(ada.isTooWide(), view);
      if (width < 768) {
        ada.button("Rooms and people").click();
        ada.checkedInBothColoursAs("rooms-drawer" + view);
      }
      ada.page().close();
    }
  }
}
