package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A window of somebody who reads Chinese, in the words that they see. */
record ChineseWindow(ChatWindow window) {
  /** Somebody of that name opens the page on a desk. */
  static ChineseWindow open(Windows windows, String name) {
    ChineseWindow opened =
        new ChineseWindow(
            windows.open(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 800)));
    assertThat(opened.window.status()).hasText("实时");
    opened.page().getByLabel("您的昵称", exactly()).fill(name);
    opened.button("确定").click();
    assertThat(opened.button("您的昵称：" + name)).isVisible();
    return opened;
  }

  Page page() {
    return window.page();
  }

  Locator button(String name) {
    return window.button(name);
  }

  void say(String text) {
    window.say(text);
  }

  /** Comes into a room whose name they were told. */
  void join(String room) {
    say("/join " + room);
    window.inRoom(room);
    assertThat(window.status()).hasText("实时");
  }

  /** A room that is listed. */
  Locator room(String name) {
    return places("房间").filter(new Locator.FilterOptions().setHasText(name));
  }

  Locator chats() {
    return places("私聊");
  }

  private Locator places(String name) {
    return page()
        .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName(name))
        .locator("button");
  }

  Locator menuOf(Said said) {
    said.row().hover();
    said.row().locator("[aria-haspopup=menu]").click();
    return page().getByRole(AriaRole.MENU);
  }

  /** Takes one thing from the menu of a message. */
  void choose(String text, String action) {
    menuOf(Said.in(window, text)).getByText(action, exact()).click();
  }

  /** Finds an emoji among all, and reacts with it. */
  void react(String text, String emoji) {
    menuOf(Said.in(window, text))
        .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName("更多表情"))
        .click();
    page().getByLabel("搜索表情").fill(emoji);
    assertThat(page().locator(".picker .emoji-button").first()).isVisible();
    page().getByLabel("搜索表情").press("Enter");
  }

  void delete(String text) {
    choose(text, "删除");
    page().getByRole(AriaRole.ALERTDIALOG).getByText("删除", exact()).click();
  }

  void search(String query) {
    button("搜索").first().click();
    page().getByLabel("要查找的内容").fill(query);
    page().getByLabel("要查找的内容").press("Enter");
  }

  Locator dialog(String title) {
    return window.dialog(title);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
