package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** One browser window with the page in it, in words of who uses it. */
record ChatWindow(Page page) {
  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /**
   * About sound that begins by itself, of which the page has no element. For it axe copies the
   * styles of a shadow root into the page, which the page's policy refuses.
   */
  private static final List<String> COPYING = List.of("no-autoplay-audio");

  /** Those of the first paint, and those that are fetched after it. */
  private static final int DIALOGS = 3 + 13;

  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("it.target", "target"), "screenshots");

  /** Waits until the page is connected and knows what was said; returns this window. */
  ChatWindow connected() {
    assertThat(status()).containsText("Live");
    return this;
  }

  /** Waits until the page has also what it fetches when it has nothing else to do. */
  ChatWindow complete() {
    assertThat(page.locator("dialog")).hasCount(DIALOGS);
    page.waitForFunction("() => navigator.serviceWorker.controller");
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

  /** In which room how many are online. */
  Locator online() {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Online"))
        .getByRole(AriaRole.HEADING);
  }

  /** The name of somebody who said something, to be chosen. */
  Locator author(String name) {
    return log()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The rooms: those that one is in first, then the others. */
  Locator rooms() {
    return places("Rooms");
  }

  /** The private conversations. */
  Locator chats() {
    return places("Private");
  }

  private Locator places(String name) {
    return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName(name))
        .locator("button");
  }

  /** Comes into a room, and waits until it knows what was said there; returns this window. */
  ChatWindow joined(String room) {
    button("Join " + room).click();
    inRoom(room);
    return connected();
  }

  /** Waits until that room is shown. */
  void inRoom(String room) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2)).last())
        .hasText(room);
  }

  /** A dialog that is open, by its title. */
  Locator dialog(String title) {
    return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  /** Opens what there is to know and to change about the room that is shown. */
  void about(String room) {
    button("About " + room).click();
    assertThat(dialog("#" + room)).isVisible();
  }

  /** Asks for a room of that name, about that. */
  void makesRoom(String name, String topic) {
    button("Create a room").click();
    page.getByLabel("Name of the room").fill(name);
    page.getByLabel("What it is about").fill(topic);
    dialog("Create a room").locator(".button.primary").click();
  }

  void search(String query) {
    button("Search").first().click();
    page.getByLabel("What to look for").fill(query);
    page.getByLabel("What to look for").press("Enter");
  }

  /** What a search found. */
  Locator found() {
    return page.locator(".found-item");
  }

  /** What is said of receipts. */
  Locator receipts() {
    return log().locator(".receipts:visible");
  }

  /** What went wrong and belongs to no message. */
  Locator notice() {
    return page.locator(".notice [role=alert]");
  }

  /** Who is writing something just now. */
  Locator writing() {
    return page.locator(".typing");
  }

  /** The line below which is what was new when one came back. */
  Locator divider() {
    return log().locator(".divider");
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
    scrollTo(0);
  }

  /** As by hand: where one is changes in the frame that tells of it, and not in one before. */
  void scrollTo(int top) {
    log()
        .evaluate(
            "(log, top) => { log.scrollTop = top; log.dispatchEvent(new Event('scroll')); }", top);
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

  /** Keeps a picture, and fails if something that is shown cannot be used by everybody. */
  void checkedAs(String name) {
    photograph(name);
    var rules = new AxeBuilder(page).withTags(WCAG_2_2_AA).disableRules(COPYING);
    assertEquals(List.of(), violations(rules), name);
  }

  /** As {@link #checkedAs}, in light and in dark colours; of the second only the contrast. */
  void checkedInBothColoursAs(String name) {
    checkedAs(name + "-light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    photograph(name + "-dark");
    var contrast = new AxeBuilder(page).withRules(List.of("color-contrast"));
    assertEquals(List.of(), violations(contrast), name + " in dark colours");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    assertFalse(isTooWide(), name);
  }

  /** The page has no frames: what axe does to look into those takes longer than all its rules. */
  private static List<String> violations(AxeBuilder rules) {
    return rules.setLegacyMode(true).analyze().getViolations().stream()
        .map(rule -> rule.getId() + ": " + rule.getNodes())
        .toList();
  }

  /** Tab until that element has the focus, as somebody without a mouse would. */
  void tabTo(Locator target) {
    for (int presses = 0; presses < 40; presses++) {
      if ((Boolean) target.evaluate("element => element === element.getRootNode().activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The keyboard does not reach " + target);
  }
}
