package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The element as a part of a page: with its own styles, by its own width, until it is taken out.
 */
@Tag("browser")
class EmbeddedIT {
  private static final String TWINS =
      """
      () => {
        document.body.append(document.createElement('chat-room'), document.createElement('chat-room'));
        return import(new URL('js/main.js', document.baseURI)).then(() => null);
      }""";

  /** It is known by the frame after the next. */
  private static final String SHOWN =
      """
      (room, display) => {
        room.style.display = display;
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }""";

  private static final String ALL_RED =
      """
      () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.icon { color: red }');
        document.adoptedStyleSheets = [sheet];
      }""";

  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void thePageAroundItChoosesItsColours_andReachesNothingElseInIt() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    Locator brand = ada.page().locator(".brand .icon");
    assertThat(brand).hasCSS("color", "rgb(68, 83, 197)");
    room(ada).evaluate("room => room.style.setProperty('--chat-accent', 'rgb(1, 2, 3)')");
    assertThat(brand).hasCSS("color", "rgb(1, 2, 3)");
    ada.page().evaluate(ALL_RED);
    assertThat(brand).hasCSS("color", "rgb(1, 2, 3)");
  }

  @Test
  void itsOwnWidthSaysWhatHasAPlaceBesideTheRest() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    Locator people = ada.page().locator("#chat-sidebar");
    assertThat(people).isVisible();
    room(ada).evaluate("room => { room.style.width = '24rem'; }");
    assertThat(people).isHidden();
    ada.page().locator(".people-toggle").click();
    assertThat(people).hasAttribute("role", "dialog");
    room(ada).evaluate("room => { room.style.width = ''; }");
    assertThat(people).hasAttribute("role", "complementary");
    assertThat(people).isVisible();
  }

  @Test
  void takenOutItIsGone_andPutBackItIsWhoItWas() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    grace.sees("Ada", "Grace");
    ada.page().evaluate("() => { globalThis.room = document.querySelector('chat-room'); }");
    ada.page().evaluate("() => { room.remove(); }");
    grace.sees("Grace");
    ada.page().evaluate("() => { document.body.append(room); }");
    ada.connected();
    grace.sees("Ada", "Grace");
  }

  @Test
  void twoOnOnePageAreTwo_andEachOpensTheRoomThatItIsTold() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.page()
        .evaluate(
            """
            () => {
              for (const room of ['random', 'gaming']) {
                const other = document.createElement('chat-room');
                other.setAttribute('room', room);
                document.body.append(other);
              }
            }""");
    Locator people = ada.page().locator("chat-room[page] #chat-sidebar .person bdi");
    Locator random = ada.page().locator("chat-room").nth(1);
    Locator gaming = ada.page().locator("chat-room").nth(2);
    assertThat(random.locator(".heading")).containsText("random");
    assertThat(gaming.locator(".heading")).containsText("gaming");
    assertThat(people).hasText(new String[] {"Ada", "User2", "User3"});
    random.evaluate("room => room.setAttribute('room', 'gaming')");
    assertThat(random.locator(".heading")).containsText("gaming");
    random.locator("textarea").fill("heard by the other");
    random.locator("textarea").press("Enter");
    assertThat(gaming.locator(".text")).hasText("heard by the other");
    gaming.evaluate("room => room.remove()");
    random.evaluate("room => room.remove()");
    assertThat(people).hasText(new String[] {"Ada"});
  }

  @Test
  void twinsAreTwo_andEachIsWhoItWasAfterAReload() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    Page page = WINDOWS.open().page();
    for (int times = 0; times < 2; times++) {
      page.navigate(WINDOWS.server().url() + "login.html");
      page.evaluate(TWINS);
      grace.sees("Grace", "User3", "User4");
      for (int i = 0; i < 2; i++) {
        assertThat(page.locator("chat-room").nth(i).locator(".status")).containsText("Live");
      }
    }
  }

  @Test
  void whatIsSaidWhileNobodyCanSeeItIsNews() {
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow ada = WINDOWS.open().named("Ada");
    grace.say("seen");
    ada.reads("seen");
    room(ada).evaluate(SHOWN, "none");
    grace.say("not seen");
    assertThat(ada.texts()).hasCount(2);
    room(ada).evaluate(SHOWN, "");
    assertThat(ada.divider()).isVisible();
  }

  private static Locator room(ChatWindow window) {
    return window.page().locator("chat-room");
  }
}
