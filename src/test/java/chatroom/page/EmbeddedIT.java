package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The element as a part of a page: with its own styles, by its own width, until it is taken out.
 */
@Tag("browser")
class EmbeddedIT {
  /** A page around so many of them, the last of which may be below its fold. */
  private static final String AROUND =
      """
      (number) => {
        for (let i = 0; i < number; i++) {
          const room = document.body.appendChild(document.createElement('chat-room'));
          room.style.cssText = 'width: 40rem; height: 30rem';
        }
        return import(new URL('js/main.js', document.baseURI)).then(() => null);
      }""";

  /** It is known by the frame after the next. */
  private static final String PUT =
      """
      (room, style) => {
        room.style.cssText = style;
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }""";

  private static final String ALL_RED =
      """
      () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.icon { color: red }');
        document.adoptedStyleSheets = [sheet];
      }""";

  private static final String SEEN =
      "position: absolute; inset: 0 auto auto 0; width: 40rem; height: 30rem";

  private static final Pattern USER = Pattern.compile("User\\d+");

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

  private static Page around(int number) {
    Page page = WINDOWS.openAt(WINDOWS.server().url() + "login.html").page();
    page.evaluate(AROUND, number);
    return page;
  }

  @Test
  void twinsAreTwo_andEachIsWhoItWasAfterAReload_andWhenTheyChangePlaces() {
    Page page = around(2);
    Locator names = page.locator("chat-room .me-name");
    assertThat(names).hasText(new Pattern[] {USER, USER});
    List<String> before = names.allTextContents();
    assertNotEquals(before.get(0), before.get(1));
    page.reload();
    page.evaluate(AROUND, 2);
    assertThat(names).hasText(before.toArray(String[]::new));
    page.evaluate(
        """
        () => {
          const [first, second] = document.querySelectorAll('chat-room');
          first.parentElement.append(second, first);
        }""");
    assertThat(names).hasText(new String[] {before.get(1), before.get(0)});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "display: none",
        "position: absolute; inset: 100vh auto auto 0; width: 40rem; height: 30rem",
        "position: absolute; inset: calc(100vh - 10rem) auto auto 0; width: 40rem; height: 30rem"
      })
  void whatIsSaidWhileNobodyCanSeeItIsNews(String unseen) {
    ChatWindow grace = WINDOWS.open().named("Grace");
    Page page = around(1);
    Locator room = page.locator("chat-room");
    Locator texts = room.locator(".text");
    room.evaluate(PUT, SEEN);
    new ChatWindow(page).connected();
    grace.say("seen");
    assertThat(texts).hasText("seen");
    room.evaluate(PUT, unseen);
    grace.say("not seen");
    assertThat(texts).hasCount(2);
    assertThat(room.locator(".divider")).hasCount(0);
    room.evaluate(PUT, SEEN);
    assertThat(room.locator(".divider + .message")).containsText("not seen");
  }

  private static Locator room(ChatWindow window) {
    return window.page().locator("chat-room");
  }
}
