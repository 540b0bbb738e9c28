package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images that are elsewhere on the web. */
@Tag("browser")
class ImagesIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  /** Not another host: a test has none. The page cannot know. */
  private static String address() {
    return WINDOWS.server().url().resolve("img/icon.svg").toString();
  }

  private static void send(ChatWindow window, String address, String words) {
    window.button("Send an image").click();
    window.page().getByLabel("Address of an image").fill(address);
    window.page().getByLabel("What is on the image?").fill(words);
    window.page().getByRole(AriaRole.DIALOG).getByText("Send", exact()).click();
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void anImageIsLoadedWhenSomebodyAsksForItAndDoesNotLearnOfThePage() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace").complete();
    List<Request> requests = new CopyOnWriteArrayList<>();
    grace.page().onRequest(request -> requests.add(request));
    send(ada, address(), "A bubble");
    grace.reads("A bubble");
    Locator button = Said.in(grace, "A bubble").row().locator(".picture-button");
    assertThat(button).containsText("Show the image");
    assertThat(grace.log().locator("img")).hasCount(0);
    assertEquals(0, requests.size());
    button.click();
    Locator image = grace.log().locator("img");
    assertThat(image).isVisible();
    assertThat(image).hasAttribute("alt", "A bubble");
    assertEquals(List.of(address()), requests.stream().map(Request::url).toList());
    assertEquals("", requests.get(0).headers().getOrDefault("referer", ""));
    assertThat(ada.log().locator("img")).hasCount(0);

    button.click();
    Locator enlarged = grace.page().getByRole(AriaRole.DIALOG);
    assertThat(enlarged).isVisible();
    grace.checkedAs("enlarged");
    grace.page().keyboard().press("Escape");
    assertThat(enlarged).isHidden();
    assertThat(button).isFocused();
  }

  @Test
  void whatIsNoAddressOfTheWebIsNotSent() {
    ChatWindow ada = WINDOWS.open().connected();
    send(ada, "javascript:alert(1)", "");
    Locator dialog = ada.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("This is no address of the web");
    ada.page().keyboard().press("Escape");
    assertThat(dialog).isHidden();
    assertThat(ada.composer()).isFocused();
    ada.reads();
  }

  @Test
  void theWordsOfAnImageCanBeChangedAndItCanBeDeleted() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    send(ada, address(), "A buble");
    grace.reads("A buble");
    Said.in(ada, "A buble").choose("Edit");
    ada.composer().fill("A bubble");
    ada.composer().press("Enter");
    grace.reads("A bubble");
    Said.in(ada, "A bubble").choose("Delete");
    ada.page().getByRole(AriaRole.ALERTDIALOG).getByText("Delete", exact()).click();
    grace.reads("This message was deleted.");
    assertThat(grace.log().locator(".picture")).isHidden();
  }
}
