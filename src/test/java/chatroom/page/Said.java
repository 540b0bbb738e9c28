package chatroom.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One message in a window, and what somebody can do with it. */
record Said(ChatWindow window, Locator row) {
  /** The newest message with that text in it. */
  static Said in(ChatWindow window, String text) {
    Locator words = window.page().locator(".text", new Page.LocatorOptions().setHasText(text));
    Locator rows = window.log().locator(".message", new Locator.LocatorOptions().setHas(words));
    return new Said(window, rows.last());
  }

  /** What opens the menu. */
  Locator actions() {
    return row.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Actions for this message"));
  }

  /** Opens the menu and takes one thing from it. */
  void choose(String action) {
    row.hover();
    actions().click();
    window.page().getByRole(AriaRole.MENUITEM, named(action)).click();
  }

  /** Presses one of the emoji that the menu offers first. */
  void react(String name) {
    row.hover();
    actions().click();
    window.page().getByRole(AriaRole.MENUITEMCHECKBOX, named(name)).click();
  }

  Locator reactions() {
    return row.locator(".reaction");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
