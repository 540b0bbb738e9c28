package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How people make rooms, say what they are about, let others in, and close them. */
@Tag("browser")
class MakingRoomsIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("resume-window-seconds", "1"));

  @Test
  void aRoomIsMadeAndOthersFindItWithItsTopic() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.makesRoom("Films", "What to see");
    ada.inRoom("films");
    assertThat(ada.composer()).isFocused();
    assertThat(ada.page().getByText("What to see")).isVisible();
    ChatWindow grace = WINDOWS.open().named("Grace").joined("films");
    assertThat(grace.page().getByText("What to see")).isVisible();
    ada.sees("Ada", "Grace");
    ada.say("/topic What to see next");
    assertThat(grace.page().locator(".heading-about")).hasText("What to see next");
    assertThat(grace.lines()).containsText(new String[] {"Ada set the topic: What to see next"});
    grace.about("films");
    assertThat(grace.dialog("#films").locator("form")).isHidden();
  }

  @Test
  void oneThatThereIsAlreadyIsNotMadeAgain() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.makesRoom("random", "");
    Locator dialog = ada.dialog("Create a room");
    assertThat(dialog.locator(".field-error")).containsText("There is a room by this name");
    ada.checkedAs("room-exists");
    ada.page().keyboard().press("Escape");
    assertThat(dialog).isHidden();
    assertThat(ada.button("Create a room")).isFocused();
  }

  @Test
  void aPrivateRoomIsForWhoWasInvited() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow third = WINDOWS.open().named("Third");
    ada.sees("Ada", "Grace", "Third");
    ada.button("Create a room").click();
    ada.page().getByLabel("Name of the room").fill("garden");
    ada.page().locator("#new-room-private").check();
    ada.dialog("Create a room").locator(".button.primary").click();
    ada.inRoom("garden");
    ada.say("Who comes?");
    ada.about("garden");
    ada.button("Invite Grace").click();
    assertThat(ada.dialog("#garden").locator(".outcome")).hasText("Invited.");
    assertThat(standing(ada, "Grace")).hasText("Invited · not in this room");
    ada.checkedAs("inviting");
    ada.page().keyboard().press("Escape");
    assertThat(grace.page().getByText("Ada invited you to #garden.")).isVisible();
    grace.checkedAs("invited");
    grace.button("Join").first().click();
    grace.inRoom("garden");
    grace.reads("Who comes?");
    ada.sees("Ada", "Grace");
    assertThat(third.rooms()).hasText(new String[] {"general", "random0", "gaming0"});

    ada.about("garden");
    ada.button("Remove Grace").click();
    assertThat(grace.notice()).containsText("You are no longer in #garden.");
    grace.inRoom("general");
    ada.page().keyboard().press("Escape");
    ada.sees("Ada");
  }

  @Test
  void inARoomForAnnouncementsFewWrite() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ada.sees("Ada", "Grace");
    ada.button("Create a room").click();
    ada.page().getByLabel("Name of the room").fill("news");
    ada.page().locator("#new-room-announcement").check();
    ada.dialog("Create a room").locator(".button.primary").click();
    ada.inRoom("news");
    ada.say("The new page is here");
    grace.joined("news").reads("The new page is here");
    assertThat(grace.page().getByText("Only a few people write here")).isVisible();
    assertThat(grace.composer()).isHidden();
    grace.checkedAs("announcements");
    ada.about("news");
    ada.button("Let Grace write").click();
    assertThat(grace.composer()).isVisible();
    grace.say("Thank you");
    ada.page().keyboard().press("Escape");
    ada.reads("The new page is here", "Thank you");

    grace.page().close();
    ada.sees("Ada");
    ada.about("news");
    assertThat(standing(ada, "Grace")).hasText("May write · offline");
    ada.button("Stop Grace from writing").click();
    Locator dialog = ada.dialog("#news");
    assertThat(dialog.locator(".outcome")).hasText("May not write any more.");
    assertThat(dialog.getByText("Grace")).hasCount(0);
    assertThat(dialog.locator("h3")).isFocused();
  }

  /** What the dialog about a room says of somebody beside their name. */
  private static Locator standing(ChatWindow owner, String name) {
    Locator people = owner.page().locator(".members .side-item");
    return people.filter(new Locator.FilterOptions().setHasText(name)).locator(".hint");
  }

  @Test
  void anArchivedRoomIsReadAndNotWrittenIn() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.makesRoom("plans", "");
    ada.inRoom("plans");
    ada.say("Done");
    ChatWindow grace = WINDOWS.open().named("Grace").joined("plans");
    ada.about("plans");
    ada.button("Archive this room").click();
    assertThat(grace.page().getByText("This room is archived")).isVisible();
    grace.reads("Done");
    ada.button("Open it again").click();
    assertThat(grace.composer()).isVisible();
    ada.page().keyboard().press("Escape");
    assertThat(ada.composer()).isVisible();
  }

  @Test
  void noDialogBreaksTheRules() {
    String guest = "早起的小明";
    WINDOWS.open().named(guest);
    for (int width : new int[] {320, 1280}) {
      ChatWindow reader =
          WINDOWS.open(
              new Browser.NewContextOptions().setViewportSize(width, 700).setLocale("zh-CN"));
      String name = "读书会" + width;
      String view = "-" + width;
      assertThat(reader.status()).hasText("实时");
      if (width < 768) {
        reader.button("房间与成员").click();
      }
      reader.button("创建房间").click();
      reader.page().getByLabel("房间名称").fill(name);
      reader.page().locator("#new-room-topic").fill("每月一本好书");
      reader.page().locator("#new-room-private").check();
      reader.page().locator("#new-room-announcement").check();
      reader.checkedInBothColoursAs("create-room" + view);
      reader.button("创建").last().click();
      reader.inRoom(name);
      reader.button("关于").click();
      reader.button("允许 " + guest + " 发言").click();
      assertThat(standing(reader, guest)).hasText("可以发言 · 不在此房间");
      reader.checkedInBothColoursAs("about-room" + view);
      assertFalse(reader.isTooWide(), view);
      reader.page().close();
    }
  }
}
