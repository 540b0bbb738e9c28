package chatroom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a server of its own and browser windows that know nothing of each other, and
 * fails a test whose page complained or asked another host for something.
 *
 * <p>To be registered in a static field.
 */
final class Windows
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("it.chromium", "/usr/bin/chromium"));
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MILLIS = 30_000;

  private final Map<String, String> config;
  private final List<String> others;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private @Nullable ChatServer server;

  /** Servers with the settings that they are shipped with. */
  Windows() {
    this(Map.of());
  }

  /** Servers with these keys in their {@code chat.properties}. */
  Windows(Map<String, String> config) {
    this(config, List.of());
  }

  /** The same, and what begins with these is not the server's and may be asked for. */
  Windows(Map<String, String> config, List<String> others) {
    this.config = config;
    this.others = others;
  }

  ChatServer server() {
    return Objects.requireNonNull(server);
  }

  /** Somebody opens the page on a desk, in English. */
  ChatWindow open() {
    return open(new Browser.NewContextOptions());
  }

  /** Somebody opens the page on a screen of that width. */
  ChatWindow open(int width, int height) {
    return open(new Browser.NewContextOptions().setViewportSize(width, height));
  }

  ChatWindow open(Browser.NewContextOptions options) {
    return open(options, server().url().toString());
  }

  private ChatWindow open(Browser.NewContextOptions options, String address) {
    if (options.locale == null) {
      options.setLocale("en-US");
    }
    // Pictures are of what comes to rest.
    options.setReducedMotion(ReducedMotion.REDUCE);
    BrowserContext context = Objects.requireNonNull(browser).newContext(options);
    contexts.add(context);
    context.onWebError(error -> complaints.add(error.error()));
    context.onConsoleMessage(this::hear);
    context.onRequest(request -> watch(request.url()));
    Page page = context.newPage();
    page.navigate(address);
    return new ChatWindow(page);
  }

  /** How the browser is started in which something can be installed: one that keeps a profile. */
  static BrowserType.LaunchPersistentContextOptions persistent() {
    return new BrowserType.LaunchPersistentContextOptions()
        .setExecutablePath(CHROMIUM)
        .setArgs(FLAGS);
  }

  /** Somebody opens another page, which may have the chat in it. */
  ChatWindow openAt(String address) {
    return open(new Browser.NewContextOptions(), address);
  }

  private void hear(ConsoleMessage message) {
    boolean complains = message.type().equals("error") || message.type().equals("warning");
    // The browser itself reports a server that is away; the page cannot prevent that.
    if (complains && !message.text().startsWith("WebSocket connection to")) {
      complaints.add(message.text() + " at " + message.location());
    }
  }

  /** Of this, which begins so, the browser was to complain. */
  void complainedOf(String start) {
    assertTrue(complaints.removeIf(it -> it.startsWith(start)), start);
  }

  private void watch(String url) {
    boolean isOurs =
        url.startsWith(server().url().toString()) || others.stream().anyMatch(url::startsWith);
    // What the page holds itself goes to no host.
    if (!isOurs && !url.startsWith("about:") && !url.startsWith("blob:")) {
      complaints.add("The page asked for " + url);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    complaints.clear();
    server = ChatServer.start(config);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    server().close();
    assertEquals(List.of(), complaints, "what the page complained about");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Objects.requireNonNull(browser).close();
    Objects.requireNonNull(playwright).close();
  }
}
