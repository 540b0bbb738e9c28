package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chatroom.testing.TestClient;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page shows of a room in which there are more people than the server lists. */
@Tag("browser")
class CrowdedIT {
  @RegisterExtension
  static final Windows WINDOWS =
      new Windows(Map.of("roster-limit", "3", "resume-window-seconds", "1"));

  private final List<TestClient> crowd = new ArrayList<>();

  private TestClient come(String name) {
    TestClient somebody = TestClient.join(WINDOWS.server());
    crowd.add(somebody);
    somebody.rename(name);
    return somebody;
  }

  @AfterEach
  void goHome() {
    crowd.forEach(TestClient::close);
    crowd.clear();
  }

  @Test
  void itSaysHowManyThereAreAndFollowsTheirNumberWithoutALineForEach() {
    List.of("Ben", "Cleo", "Dan", "Eve").forEach(this::come);
    ChatWindow ada = WINDOWS.open().named("Ada");
    assertThat(ada.people()).hasCount(3);
    assertThat(ada.online()).hasText("Online in general 5");
    assertThat(ada.page().getByText("Showing 3 of 5.")).isVisible();
    come("Finn");
    assertThat(ada.online()).hasText("Online in general 6");
    assertThat(ada.lines().filter(new Locator.FilterOptions().setHasText("joined"))).hasCount(0);
    ada.checkedAs("crowded");
    while (crowd.size() > 2) {
      crowd.remove(0).close();
    }
    ada.sees("Ada", "Eve", "Finn");
    assertThat(ada.online()).hasText("Online in general 3");
    assertThat(ada.page().getByText("Showing")).isHidden();
  }

  @Test
  void whoIsNotListedCanBeWrittenToFromWhatTheySaid() {
    List.of("Ben", "Cleo", "Dan").forEach(this::come);
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow zoe = WINDOWS.open().named("Zoe");
    assertThat(ada.online()).hasText("Online in general 5");
    assertThat(ada.button("Write privately to Zoe")).hasCount(0);
    zoe.say("Who has the key?");
    ada.author("Zoe").click();
    assertThat(ada.page().getByText("Only you two can read this.")).isVisible();
    ada.say("I have it");
    assertThat(zoe.chats()).hasText(new String[] {"Ada1, 1 unread message"});

    ada.page().keyboard().press("Escape");
    ada.tabTo(ada.author("Zoe"));
    ada.page().keyboard().press("Enter");
    ada.reads("I have it");
    assertThat(ada.composer()).isFocused();
  }
}
