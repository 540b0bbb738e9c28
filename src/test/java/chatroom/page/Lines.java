package chatroom.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/** The lines of a page to the server, which a test can cut. */
final class Lines {
  private final List<WebSocketRoute> opened = new ArrayList<>();
  private final Page page;
  private boolean away;

  private Lines(Page page) {
    this.page = page;
  }

  /** Those of the window's page, which is opened again for it, by the same guest. */
  static Lines of(ChatWindow window) {
    Lines lines = new Lines(window.connected().page());
    lines.page.routeWebSocket(url -> url.matches(".*/ws(\\?.*)?"), lines::open);
    lines.page.reload();
    return lines;
  }

  private void open(WebSocketRoute line) {
    if (away) {
      close(line, 1001);
    } else {
      line.connectToServer();
      opened.add(line);
    }
  }

  /** Ends the newest line, as the server would; without effect if that has ended. */
  void end(int code) {
    close(opened.get(opened.size() - 1), code);
  }

  /**
   * There is no way to the server until it is restored. It ends for the server, too: by a code that
   * a browser may send, which those below 3000 are not.
   */
  void cut() {
    away = true;
    end(3001);
  }

  /** There is a way again, and the browser says so. */
  void restore() {
    away = false;
    page.evaluate("dispatchEvent(new Event('online'))");
  }

  private static void close(WebSocketRoute line, int code) {
    line.close(new WebSocketRoute.CloseOptions().setCode(code));
  }
}
