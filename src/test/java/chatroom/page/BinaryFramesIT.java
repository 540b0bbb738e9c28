package chatroom.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.WebSocketFrame;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the page is spoken to in frames which the server encodes once for all who read it. */
@Tag("browser")
class BinaryFramesIT {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  @Test
  void allThatTheServerSaysComesInBinaryFramesAlsoAfterAReload() {
    ChatWindow ada = WINDOWS.open().named("Ada");
    ChatWindow grace = WINDOWS.open().named("Grace");
    List<WebSocketFrame> heard = new CopyOnWriteArrayList<>();
    grace.page().onWebSocket(line -> line.onFrameReceived(heard::add));
    grace.page().reload();
    grace.connected();
    ada.say("您好, Grace \uD83D\uDC4B é");
    grace.reads("您好, Grace \uD83D\uDC4B é");
    grace.say("one");
    assertThat(grace.stored()).hasCount(2);
    assertFalse(heard.isEmpty());
    heard.forEach(frame -> assertNull(frame.text(), "a text frame"));
  }
}
