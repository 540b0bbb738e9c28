package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** One browser window with the page in it, in words of who uses it. */
record ChatWindow(Page page) {
  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("it.target", "target"), "screenshots");

  /** Waits until the page is connected and knows what was said; returns this window. */
  ChatWindow connected() {
    assertThat(status()).containsText("Live");
    return this;
  }

  /** The same page in another tab, which begins with a copy of what this one remembers. */
  ChatWindow duplicated() {
    return new ChatWindow(
        page.waitForPopup(() -> page.evaluate("() => { window.open(location.href); }")));
  }

  /** Takes a name and waits until it is granted; returns this window. */
  ChatWindow named(String name) {
    askName(name);
    assertThat(nameField()).isHidden();
    return this;
  }

  void askName(String name) {
    connected();
    if (nameField().isHidden()) {
      ownName().click();
    }
    nameField().fill(name);
    nameField().press("Enter");
  }

  void say(String text) {
    composer().fill(text);
    composer().press("Enter");
  }

  Locator nameField() {
    return page.getByLabel("Your name", new Page.GetByLabelOptions().setExact(true));
  }

  Locator ownName() {
    return button("Your name:");
  }

  Locator composer() {
    return page.locator("textarea");
  }

  Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  /** The texts of the messages, without who said them and when. */
  Locator texts() {
    return log().locator(".text");
  }

  Locator ownTexts() {
    return log().locator(".own .text");
  }

  /** The messages that are stored. */
  Locator stored() {
    return log().locator("[data-status=stored]");
  }

  /** What is said about people who come, go and change their names. */
  Locator lines() {
    return log().locator(".system span");
  }

  /** The names of who is online, in their order. */
  Locator people() {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Online"))
        .locator("bdi");
  }

  Locator conversations() {
    return page.getByRole(AriaRole.NAVIGATION).locator("button");
  }

  Locator status() {
    return page.locator(".status");
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  void writePrivatelyTo(String name) {
    button("Write privately to " + name).click();
  }

  /** Waits until these people are online, and nobody else. */
  void sees(String... names) {
    assertThat(people()).hasText(names);
  }

  /** Waits until the conversation consists of these messages. */
  void reads(String... texts) {
    assertThat(texts()).hasText(texts);
  }

  /** Scrolls to the oldest message that is there. */
  void scrollUp() {
    log().evaluate("log => { log.scrollTop = 0; }");
  }

  static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  /** Whether the page is wider than the window. */
  boolean isTooWide() {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Keeps a picture for whoever wants to look. */
  void photograph(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Tab until that element has the focus, as somebody without a mouse would. */
  void tabTo(Locator target) {
    for (int presses = 0; presses < 40; presses++) {
      if ((Boolean) target.evaluate("element => element === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The keyboard does not reach " + target);
  }
}
