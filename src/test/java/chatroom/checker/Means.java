package chatroom.checker;

import jakarta.json.JsonObject;
import java.util.List;

/** What a guest needs of the client that it is. */
interface Means {
  /** Says objects in one frame on the present line, if there is one. */
  void say(List<JsonObject> objects);

  /** Does something in so many milliseconds, on the guest's thread. */
  void later(long millis, Runnable action);

  /** The server said when to come back, in milliseconds. */
  void comeBackAfter(long millis);

  /** How much may be said: messages a second, 0 for any number. */
  void limit(int perSecond);
}
