package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That one sees who is writing something just now. */
@Tag("browser")
class WritingIT {
  @RegisterExtension
  static final Windows WINDOWS = new Windows(Map.of("resume-window-seconds", "1"));

  @Test
  void othersSeeIt_untilItIsSaidOrGivenUp() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("小明");
    grace.sees("Ada", "小明");
    ada.composer().pressSequentially("Hel");
    assertThat(grace.writing()).hasText("Ada is writing…");
    grace.photograph("writing");
    assertThat(ada.writing()).isHidden();
    ada.composer().fill("");
    assertThat(grace.writing()).isHidden();
    ada.composer().pressSequentially("Hello");
    assertThat(grace.writing()).hasText("Ada is writing…");
    ada.composer().press("Enter");
    grace.reads("Hello");
    assertThat(grace.writing()).isHidden();
  }

  @Test
  void onlyInItsRoom_andInPrivateOnlyTheOther() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    ChatWindow third = WINDOWS.open().named("Third");
    third.sees("Ada", "Grace", "Third");
    ada.writePrivatelyTo("Grace");
    grace.writePrivatelyTo("Ada");
    ada.composer().pressSequentially("psst");
    assertThat(grace.writing()).hasText("Ada is writing…");
    assertThat(third.writing()).isHidden();
    ada.page().close();
    assertThat(grace.writing()).isHidden();
  }
}
