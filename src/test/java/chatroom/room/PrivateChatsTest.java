package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.Receipts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateChatsTest {
  private final QueuedExecutor pool = new QueuedExecutor();
  private final MemoryMessageLog log = new MemoryMessageLog(new ManualClock(), any -> true);
  private final PrivateChats chats = new PrivateChats(new Lane(pool, 2), log, new Timeline(0));
  private final List<String> told = new ArrayList<>();

  private void send(long from, long to, String text) {
    chats.send(
        new Draft.Post(RoomName.between(from, to), People.user(from), text, null),
        Receipts.stored((message, again) -> told.add(message.seq() + " " + message.text())));
  }

  @Test
  void bothWritersOfAChatShareOneOrder() {
    send(1, 2, "ping");
    send(2, 1, "pong");
    pool.runAll();

    assertEquals(List.of("1 ping", "2 pong"), told);
  }
}
