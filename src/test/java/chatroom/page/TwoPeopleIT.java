package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.Images;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ada, who reads English, and 小明, who reads Chinese, use all that there is. */
@Tag("browser")
class TwoPeopleIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  private static final String ROOM = "旅行";

  private ChatWindow ada;
  private ChineseWindow xiaoMing;

  @BeforeEach
  void bothAreHere() {
    ada = WINDOWS.open(1280, 800).named("Ada");
    xiaoMing = ChineseWindow.open(WINDOWS, "小明");
    ada.sees("Ada", "小明");
  }

  @Test
  void theyTalkInARoomOfTheirOwn() {
    adaMakesARoomAndXiaoMingComesIn();
    whoWritesIsShownAndMarksAreSeen();
    theyAnswerAndReactAndNameEachOther();
    whatWasSaidIsChangedAndTakenBack();
    imagesAreLinkedAndUploaded();
    aReceiptIsGivenAndWhatIsNewIsTold();
    whatWasSaidIsFound();
    photographed("two-people-room");
    theRoomIsArchived();
  }

  @Test
  void theyLetEachOtherInAndOut() {
    theyTalkAlone();
    oneIsIgnoredAndHeardAgain();
    xiaoMingInvitesAdaIntoAPrivateRoom();
    inARoomForAnnouncementsAdaSaysWhoWrites();
    everythingIsDoneByCommands();
  }

  private void adaMakesARoomAndXiaoMingComesIn() {
    ada.makesRoom(ROOM, "Where to next? 下次去哪里？");
    ada.inRoom(ROOM);
    xiaoMing.join(ROOM);
    assertThat(xiaoMing.page().locator(".heading-about")).hasText("Where to next? 下次去哪里？");
    ada.sees("Ada", "小明");
    xiaoMing.say("/topic 夏天去哪里？");
    assertThat(xiaoMing.window().notice()).isVisible();
    xiaoMing.window().composer().fill("");
  }

  private void whoWritesIsShownAndMarksAreSeen() {
    xiaoMing.window().composer().pressSequentially("我想去");
    assertThat(ada.writing()).hasText("小明 is writing…");
    xiaoMing.say("我想去**云南**：\n1. 大理\n2. 丽江\n> 听说风景很美");
    assertThat(ada.writing()).isHidden();
    Locator text = ada.texts().last();
    assertThat(text.locator("strong")).hasText("云南");
    assertThat(text.locator("ol > li")).hasCount(2);
    assertThat(text.locator("blockquote")).hasText("听说风景很美");
    ada.composer().pressSequentially("Yun");
    assertThat(xiaoMing.window().writing()).hasText("Ada 正在输入…");
  }

  private void theyAnswerAndReactAndNameEachOther() {
    Said.in(ada, "云南").choose("Reply");
    ada.composer().fill("");
    ada.composer().pressSequentially("Good idea, @小");
    ada.page().getByRole(AriaRole.OPTION).first().click();
    ada.composer().pressSequentially(":+1: `code`");
    ada.composer().press("Enter");
    Said answer = Said.in(xiaoMing.window(), "Good idea");
    assertThat(answer.row().locator(".quote")).containsText("我想去云南");
    assertThat(answer.row()).containsText("@小明 👍 code");
    assertThat(Said.in(ada, "Good idea").row().locator(".mention")).hasText("@小明");
    xiaoMing.react("Good idea", "熊猫");
    assertThat(Said.in(ada, "Good idea").reactions()).hasText("🐼1");
    Said.in(ada, "Good idea").reactions().click();
    assertThat(Said.in(xiaoMing.window(), "Good idea").reactions()).hasText("🐼2");
    Said.in(ada, "云南").react("tada");
    assertThat(Said.in(xiaoMing.window(), "云南").reactions()).hasText("🎉1");
  }

  private void whatWasSaidIsChangedAndTakenBack() {
    ada.say("When shal we go?");
    ada.composer().press("ArrowUp");
    assertThat(ada.composer()).hasValue("When shal we go?");
    ada.composer().fill("When shall we go?");
    ada.composer().press("Enter");
    Said question = Said.in(xiaoMing.window(), "When shall");
    assertThat(question.row().locator(".edited")).hasText("已编辑");
    xiaoMing.choose("When shall", "回复");
    xiaoMing.say("/me 翻日历");
    Said action = Said.in(ada, "翻日历");
    assertThat(action.row().locator(".text")).hasText("小明 翻日历");
    xiaoMing.say("说错了");
    xiaoMing.delete("说错了");
    assertThat(xiaoMing.window().texts().last()).hasText("此消息已删除。");
    assertThat(ada.texts().last()).hasText("This message was deleted.");
    action.choose("Reply");
    ada.say("Any day in June");
    assertThat(Said.in(ada, "June").row().locator(".quote")).hasText("小明 翻日历");
  }

  private void imagesAreLinkedAndUploaded() {
    String address = WINDOWS.server().url().resolve("img/icon.svg").toString();
    xiaoMing.button("添加图片").click();
    xiaoMing.page().getByLabel("网络图片的地址").fill(address);
    xiaoMing.page().getByLabel("图片上有什么？").fill("气泡");
    xiaoMing.page().getByRole(AriaRole.DIALOG).getByText("发送", exact()).click();
    Locator picture = Said.in(ada, "气泡").row().locator(".picture-button");
    assertThat(picture).containsText("Show the image");
    assertThat(picture.locator("img")).hasCount(0);
    picture.click();
    assertThat(picture.locator("img")).isVisible();
    upload("Colours");
    assertThat(Said.in(xiaoMing.window(), "Colours").row().locator("img")).isVisible();
    upload("A mistake");
    assertThat(Said.in(xiaoMing.window(), "A mistake").row().locator("img")).isVisible();
    Said.in(ada, "A mistake").choose("Delete");
    ada.page().getByRole(AriaRole.ALERTDIALOG).getByText("Delete", exact()).click();
    assertThat(xiaoMing.window().texts().last()).hasText("此消息已删除。");
    List<String> live = xiaoMing.window().texts().allTextContents();
    xiaoMing.page().reload();
    assertThat(xiaoMing.window().status()).hasText("实时");
    assertThat(xiaoMing.window().texts()).hasText(live.toArray(String[]::new));
    assertThat(xiaoMing.window().log().locator(".message").last().locator(".picture")).isHidden();
  }

  private void upload(String words) {
    ada.button("Send an image").click();
    ada.page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("picture.png", "image/png", Images.png()));
    ada.page().getByLabel("What is on the image?").fill(words);
    ada.page().getByRole(AriaRole.DIALOG).getByText("Send", exact()).click();
  }

  private void aReceiptIsGivenAndWhatIsNewIsTold() {
    xiaoMing.choose("Any day in June", "告知对方我已读");
    assertThat(ada.receipts()).hasText(new String[] {"Read by 小明"});
    assertThat(xiaoMing.window().receipts()).hasText(new String[] {"已告知对方您已读"});
    xiaoMing.room("general").click();
    ada.say("Tickets are cheap in June");
    ada.say("Shall I buy some?");
    assertThat(xiaoMing.room(ROOM)).hasText(ROOM + "2, 2 条未读消息");
    assertThat(xiaoMing.page()).hasTitle("(2) 聊天室");
    photographed("two-people-unread");
    xiaoMing.room(ROOM).click();
    assertThat(xiaoMing.window().divider()).hasText("以下为新消息");
    assertThat(xiaoMing.page()).hasTitle("聊天室");
  }

  private void whatWasSaidIsFound() {
    xiaoMing.search("云南 in:" + ROOM + " from:小明");
    assertThat(xiaoMing.window().found()).hasCount(1);
    assertThat(xiaoMing.window().found().locator("mark")).hasText("云南");
    xiaoMing.page().getByLabel("要查找的内容").fill("日历");
    xiaoMing.page().getByLabel("要查找的内容").press("Enter");
    assertThat(xiaoMing.window().found()).containsText(new String[] {"小明 翻日历"});
    photographed("two-people-search");
    xiaoMing.page().keyboard().press("Escape");
    ada.search("has:image");
    assertThat(ada.found()).hasCount(2);
    ada.found().first().click();
    assertThat(Said.in(ada, "Colours").row().locator("img")).isInViewport();
  }

  private void theRoomIsArchived() {
    ada.about(ROOM);
    ada.button("Archive this room").click();
    assertThat(ada.dialog("#" + ROOM).locator(".outcome")).hasText("Done.");
    assertThat(xiaoMing.page().getByText("此房间已归档，不能再发言。")).isVisible();
    photographed("two-people-archived");
    ada.page().keyboard().press("Escape");
  }

  private void theyTalkAlone() {
    ada.say("/msg 小明 Can you keep a secret?");
    assertThat(xiaoMing.chats()).hasText(new String[] {"Ada1, 1 条未读消息"});
    xiaoMing.chats().first().click();
    xiaoMing.window().reads("Can you keep a secret?");
    xiaoMing.choose("secret", "回复");
    xiaoMing.say("当然！");
    assertThat(Said.in(ada, "当然").row().locator(".quote")).containsText("Can you keep");
    Said.in(ada, "当然").react("heart");
    assertThat(Said.in(xiaoMing.window(), "当然").reactions()).hasText("❤️1");
    photographed("two-people-alone");
    xiaoMing.button("返回 general").click();
    ada.button("Back to general").click();
  }

  private void oneIsIgnoredAndHeardAgain() {
    xiaoMing.button("Ada 的更多操作").click();
    xiaoMing.button("屏蔽").click();
    ada.say("Do you hear me?");
    assertThat(ada.stored()).hasCount(1);
    xiaoMing.say("我什么也没听见");
    xiaoMing.window().reads("我什么也没听见");
    xiaoMing.button("Ada 的更多操作").click();
    xiaoMing.button("取消屏蔽").click();
    xiaoMing.window().reads("Do you hear me?", "我什么也没听见");
  }

  private void xiaoMingInvitesAdaIntoAPrivateRoom() {
    xiaoMing.button("创建房间").click();
    xiaoMing.page().getByLabel("房间名称").fill("惊喜");
    xiaoMing.page().getByLabel("私密房间").check();
    xiaoMing.button("创建").last().click();
    xiaoMing.window().inRoom("惊喜");
    xiaoMing.button("关于 惊喜").click();
    xiaoMing.button("邀请 Ada").click();
    assertThat(xiaoMing.dialog("#惊喜").locator(".outcome")).hasText("已邀请。");
    assertThat(ada.page().getByText("小明 invited you to #惊喜.")).isVisible();
    photographed("two-people-invited");
    xiaoMing.page().keyboard().press("Escape");
    ada.button("Join").first().click();
    ada.inRoom("惊喜");
    ada.say("A surprise for whom?");
    xiaoMing.window().reads("A surprise for whom?");
  }

  private void inARoomForAnnouncementsAdaSaysWhoWrites() {
    ada.button("Create a room").click();
    ada.page().getByLabel("Name of the room").fill("news");
    ada.page().getByLabel("Announcements").check();
    ada.dialog("Create a room").locator(".button.primary").click();
    ada.inRoom("news");
    ada.say("The office is closed on Monday");
    xiaoMing.join("news");
    assertThat(xiaoMing.page().getByText("这是公告房间，只有少数人可以发言。")).isVisible();
    ada.about("news");
    ada.button("Let 小明 write").click();
    assertThat(xiaoMing.window().composer()).isVisible();
    xiaoMing.say("收到");
    photographed("two-people-announcements");
    ada.page().keyboard().press("Escape");
    ada.reads("The office is closed on Monday", "收到");
  }

  private void everythingIsDoneByCommands() {
    xiaoMing.say("/help");
    assertThat(xiaoMing.dialog("命令")).containsText("修改您的昵称");
    photographed("two-people-commands");
    xiaoMing.page().keyboard().press("Escape");
    xiaoMing.say("/nick 王小明");
    assertThat(xiaoMing.button("您的昵称：王小明")).isVisible();
    ada.say("/join random");
    xiaoMing.say("/join #random");
    xiaoMing.window().inRoom("random");
    assertThat(xiaoMing.window().status()).hasText("实时");
    xiaoMing.say("/topic 随便聊聊");
    assertThat(ada.page().locator(".heading-about")).hasText("随便聊聊");
    xiaoMing.say("/me 挥手");
    ada.reads("王小明 挥手");
    xiaoMing.say("/msg ada 再见");
    assertThat(ada.chats().first()).containsText("1 unread message");
    xiaoMing.button("返回 random").click();
    xiaoMing.say("/part");
    xiaoMing.window().inRoom("general");
    assertThat(ada.lines().last()).hasText("王小明 left");
    photographed("two-people-commanded");
  }

  /** Both pages as they are now, on a desk by day and on a phone by night. */
  private void photographed(String name) {
    for (Page page : List.of(ada.page(), xiaoMing.page())) {
      ChatWindow window = new ChatWindow(page);
      String whose = name + (page == ada.page() ? "-en" : "-zh");
      window.photograph(whose + "-1280");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.setViewportSize(360, 760);
      window.photograph(whose + "-360");
      assertFalse(window.isTooWide(), whose);
      page.setViewportSize(1280, 800);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
