package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page is there also while the server is not, always as a whole, and can be installed. */
@Tag("browser")
class OfflineIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  private static final String READY =
      "() => navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => names.length)";

  private static final String KEPT =
      """
      async () => {
        const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const kept = await Promise.all(caches_.map((cache) => cache.keys()));
        return kept.flat().map(({ url }) => url);
      }
      """;

  /** That of the newer one is at work by now. */
  private static final String TWO_VERSIONS =
      """
      async () => {
        const kept = await caches.keys();
        const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
        return kept.length === 2 && !installing && !waiting && active.state === 'activated';
      }
      """;

  /** Registers the worker as the page does, and waits for what becomes of it. */
  private static final String REGISTER =
      """
      async () => {
        const policy = trustedTypes.createPolicy('chatroom-worker', {
          createScriptURL: () => new URL('sw.js', document.baseURI).href,
        });
        const { installing } = await navigator.serviceWorker.register(policy.createScriptURL(''));
        return new Promise((resolve) => {
          const look = () =>
            ['activated', 'redundant'].includes(installing.state) && resolve(installing.state);
          installing.onstatechange = look;
          look();
        });
      }
      """;

  @SuppressWarnings("unchecked")
  private static List<String> kept(Page page) {
    return (List<String>) page.evaluate(KEPT);
  }

  /** Waits until the browser has all of the page. */
  private static void awaitKept(ChatWindow window) {
    assertEquals(1, window.connected().page().evaluate(READY));
  }

  @Test
  void opensWithoutAServerSaysSoAndSendsWhatIsWrittenWhenThereIsOneAgain() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    awaitKept(ada);
    WINDOWS.server().stop();
    ada.page().reload();
    assertThat(ada.status()).hasText("Offline");
    ada.page().context().setOffline(true);
    ada.page().reload();
    assertThat(ada.status()).hasText("Offline");
    ada.say("written without a server");
    assertThat(ada.ownTexts()).hasText("written without a server");
    assertThat(ada.stored()).hasCount(0);
    ada.page().keyboard().press("Control+k");
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).isVisible();
    ada.page().keyboard().press("Escape");
    ada.checkedInBothColoursAs("opened-offline");

    ada.page().context().setOffline(false);
    WINDOWS.server().deploy();
    ada.page().evaluate("dispatchEvent(new Event('online'))");
    ada.connected();
    assertThat(ada.stored()).hasCount(1);
    ada.sees("Ada");
  }

  @Test
  void nothingIsKeptButThePage() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ada.say("for nobody else");
    assertThat(ada.stored()).hasCount(1);
    awaitKept(ada);
    ada.page().evaluate("() => fetch('login').then(() => fetch('asyncapi.yaml')).then(() => null)");
    String page = WINDOWS.server().url() + "(index\\.html|v-[\\w-]{16}/(js|i18n|css|img)/.+)";
    List<String> kept = kept(ada.page());
    assertTrue(kept.size() > 20, kept.toString());
    assertEquals(List.of(), kept.stream().filter(it -> !it.matches(page)).toList());
  }

  @Test
  void anUpgradeIsSeenAtOnceAndTakenAsAWhole() {
    ChatWindow ada = WINDOWS.open();
    awaitKept(ada);
    List<String> before = kept(ada.page());
    WINDOWS.server().stop();
    ada.page().reload();
    assertThat(ada.status()).hasText("Offline");
    WINDOWS.server().change("index.html", it -> it.replace("<html", "<html data-edition=\"2\""));
    WINDOWS
        .server()
        .change(
            "i18n/en.js",
            it -> it.replace("'Offline'", "'Offline 2'").replace("'Live'", "'Live 2'"));
    WINDOWS.server().deploy();

    ada.connected();
    assertThat(ada.status()).hasText("Live");
    ada.page().keyboard().press("Control+k");
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).isVisible();
    assertThat(ada.page().locator("html[data-edition]")).hasCount(0);

    ada.page().reload();
    assertThat(ada.status()).hasText("Live 2");
    assertThat(ada.page().locator("html[data-edition]")).hasCount(1);
    ada.page().waitForCondition(() -> (Boolean) ada.page().evaluate(TWO_VERSIONS));

    WINDOWS.server().stop();
    ada.page().reload();
    assertThat(ada.status()).hasText("Offline 2");
    assertThat(ada.page().locator("html[data-edition]")).hasCount(1);
    List<String> after = kept(ada.page());
    after.removeAll(before);
    assertEquals(before.size(), after.size() + 1, "the document has the same address");
  }

  @ParameterizedTest
  @EnumSource(names = {"FORM", "REDIRECT"})
  void aFormToSignInIsNotTakenForThePage(LoginWall.Mode mode) {
    try (LoginWall wall = new LoginWall(WINDOWS.server());
        BrowserContext context = WINDOWS.open().page().context().browser().newContext()) {
      Page page = context.newPage();
      page.navigate(wall.url().toString());
      wall.become(mode);
      assertEquals("redundant", page.evaluate(REGISTER));
      assertEquals(List.of(), kept(page));

      wall.become(LoginWall.Mode.OPEN);
      page.reload();
      assertEquals("activated", page.evaluate(REGISTER));
      wall.become(mode);
      page.reload();
      assertThat(page.locator("h1")).hasText("Sign in");
      wall.become(LoginWall.Mode.AWAY);
      page.navigate(wall.url().toString());
      assertThat(page.locator("textarea")).isVisible();
      assertFalse(kept(page).stream().anyMatch(it -> it.contains("login")));
    }
  }

  @Test
  void whoWaitsTooLongForAnAnswerGetsWhatIsKept() {
    try (LoginWall wall = new LoginWall(WINDOWS.server());
        BrowserContext context = WINDOWS.open().page().context().browser().newContext()) {
      Page page = context.newPage();
      page.navigate(wall.url().toString());
      assertEquals("activated", page.evaluate(REGISTER));
      wall.become(LoginWall.Mode.SILENT);
      // Its worker waits for 20 s.
      page.reload(new Page.ReloadOptions().setTimeout(60_000));
      assertThat(page.locator("textarea")).isVisible();
    }
  }

  @Test
  void aPageAroundTheChatRoomIsNotKept() {
    Page page = WINDOWS.open().connected().page();
    page.addInitScript("navigator.serviceWorker.register = () => { globalThis.asked = true; };");
    page.clock().install();
    String chat = WINDOWS.server().url().toString();
    page.navigate(chat + "login.html");
    page.evaluate(
        """
        () => {
          document.body.append(document.createElement('chat-room'));
          return import(new URL('js/main.js', document.baseURI)).then(() => null);
        }""");
    assertFalse(asksToBeKept(page));
    page.navigate(chat);
    assertTrue(asksToBeKept(page));
  }

  private static boolean asksToBeKept(Page page) {
    new ChatWindow(page).connected();
    page.clock().fastForward(10_000);
    return (Boolean) page.evaluate("() => 'asked' in globalThis");
  }

  @Test
  void canBeInstalled(@TempDir Path profile) {
    BrowserType chromium = WINDOWS.open().page().context().browser().browserType();
    BrowserType.LaunchPersistentContextOptions options = Windows.persistent();
    try (BrowserContext context = chromium.launchPersistentContext(profile, options)) {
      Page page = context.newPage();
      page.navigate(WINDOWS.server().url().toString());
      page.evaluate(READY);
      CDPSession browser = context.newCDPSession(page);
      JsonObject manifest = browser.send("Page.getAppManifest");
      assertEquals(0, manifest.getAsJsonArray("errors").size(), manifest.toString());
      assertTrue(manifest.get("url").getAsString().endsWith("/manifest.webmanifest"));
      JsonObject errors = browser.send("Page.getInstallabilityErrors");
      assertEquals(0, errors.getAsJsonArray("installabilityErrors").size(), errors.toString());
    }
  }
}
