package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.Images;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the archive can be read by everybody, on any screen and on paper. */
@Tag("browser")
class ArchiveIT {
  private static final String LONG = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);

  @RegisterExtension static final Windows WINDOWS = new Windows(Map.of("rate-limit", "0"));

  @BeforeEach
  void somethingIsSaid() {
    ChatWindow ann = WINDOWS.open().named("Ann");
    ann.say("See https://example.org/a/b for it\nand **more**");
    ann.say("שלום 中文 " + LONG);
    ann.page().locator(".composer > .icon-button").first().click();
    ann.page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("a.png", "image/png", Images.png()));
    ann.page().locator("#chat-image-alt").fill("Colours");
    ann.page().locator("#chat-image-alt").press("Enter");
    assertThat(ann.stored()).hasCount(3);
    ann.page().close();
  }

  private static ChatWindow open(String language, int width, boolean script) {
    ChatWindow window =
        WINDOWS.open(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(ColorScheme.LIGHT)
                .setJavaScriptEnabled(script)
                .setViewportSize(width, 900));
    window.page().navigate(WINDOWS.server().url().resolve("archive/").toString());
    return window;
  }

  @ParameterizedTest
  @CsvSource({"en-US, 1280", "de-DE, 320", "zh-CN, 2560"})
  void noPageOfItBreaksTheRules(String language, int width) {
    ChatWindow window = open(language, width, true);
    Page page = window.page();
    String name = "archive-" + language.substring(0, 2) + "-" + width;
    window.checkedInBothColoursAs(name + "-rooms");
    page.getByText("#general").click();
    window.checkedInBothColoursAs(name + "-days");
    page.locator("main a").click();
    assertThat(page.locator(".log > li")).hasCount(3);
    window.checkedInBothColoursAs(name + "-day");
    page.waitForCondition(
        () -> (Boolean) page.locator("img").evaluate("it => it.complete && it.naturalWidth > 0"));
  }

  @Test
  void whatIsKnownOfARoomLeadsThere() {
    ChatWindow window = WINDOWS.open().connected();
    window.about("general");
    Page page =
        window.page().waitForPopup(() -> window.page().getByText("Read what was said").click());
    assertThat(page.locator("h1")).hasText("#general");
    assertEquals(WINDOWS.server().url().resolve("archive/general/").toString(), page.url());
  }

  @Test
  void withoutAScriptOneReadsAsWell() {
    Page page = open("en-US", 360, false).page();
    page.getByText("#general").click();
    page.locator("main a").click();
    assertThat(page.locator(".text").first())
        .hasText("See https://example.org/a/b for it and **more**");
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("example.org")))
        .hasAttribute("href", "https://example.org/a/b");
    page.getByText("Chat").click();
    assertEquals(WINDOWS.server().url().toString(), page.url());
  }

  @Test
  void onPaperThereIsOnlyWhatWasSaid() {
    ChatWindow window = open("en-US", 800, true);
    Page page = window.page();
    page.getByText("#general").click();
    page.locator("main a").click();
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));

    assertThat(page.locator("nav:visible")).hasCount(0);
    assertThat(page.locator(".log > li:visible")).hasCount(3);
    assertEquals(
        "rgb(255, 255, 255) rgb(0, 0, 0) avoid",
        page.locator(".log > li")
            .first()
            .evaluate(
                "it => getComputedStyle(document.body).backgroundColor + ' '"
                    + " + getComputedStyle(it).color + ' ' + getComputedStyle(it).breakInside"));
    assertFalse(window.isTooWide());
    assertTrue(page.pdf().length > 1_000);
    window.photograph("archive-print");
  }
}
