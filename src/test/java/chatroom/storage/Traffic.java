package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.testing.Eventually;
import chatroom.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Messages on their way into a log, and what was said of each. */
final class Traffic {
  private final MessageLog log;
  private final AtomicInteger sent = new AtomicInteger();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  Traffic(MessageLog log) {
    this.log = log;
  }

  /** Sends one that no other is like; returns what it is called. */
  String send() {
    String text = "m" + sent.incrementAndGet();
    log.append(
        new Draft.Post(RoomName.GENERAL, People.user(1), text, text),
        new MessageLog.Receipt() {
          @Override
          public void stored(StoredEvent event, boolean again) {
            acknowledged.add(((ChatMessage) event).text());
          }

          @Override
          public void refused(Unavailable why) {
            refused.add(text);
          }

          @Override
          public void rejected(Rejection why) {
            throw new AssertionError(why);
          }
        });
    return text;
  }

  /** Sends one and waits for what is said of it; whether it is stored. */
  boolean sendAndWait() {
    String text = send();
    Eventually.until(
        text + " was answered", () -> acknowledged.contains(text) || refused.contains(text));
    return acknowledged.contains(text);
  }

  /** Sends again and again until one is stored. */
  void sendUntilStored() {
    Eventually.until("one is stored again", this::sendAndWait);
  }

  int acknowledged() {
    return acknowledged.size();
  }

  int refused() {
    return refused.size();
  }

  /** Waits until each was answered; then what was acknowledged is stored, once, and no other. */
  void assertTold() throws Unavailable {
    Eventually.until("all are answered", () -> acknowledged.size() + refused.size() == sent.get());
    List<StoredEvent> stored = new ArrayList<>();
    boolean more = true;
    while (more) {
      var page =
          log.read(
              new HistoryQuery(
                  RoomName.GENERAL, Direction.AFTER, stored.size(), 1_000, Long.MAX_VALUE));
      stored.addAll(page.events());
      more = page.hasMore();
    }
    assertEquals(
        acknowledged.stream().sorted().toList(),
        stored.stream().map(it -> ((ChatMessage) it).text()).sorted().toList());
    assertEquals(
        LongStream.rangeClosed(1, stored.size()).boxed().toList(),
        stored.stream().map(StoredEvent::seq).toList());
    assertEquals(stored.size(), log.stored());
  }
}
