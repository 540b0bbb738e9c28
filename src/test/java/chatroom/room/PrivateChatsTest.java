package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import chatroom.testing.PlainNicknames;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.Receipts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateChatsTest {
  private final QueuedExecutor pool = new QueuedExecutor();
  private final MemoryMessageLog log = new MemoryMessageLog(new ManualClock());
  private final Directory directory = new Directory(new PlainNicknames());
  private final PrivateChats chats =
      new PrivateChats(new Lane(pool, 2), log, new Timeline(0), directory);
  private final List<String> told = new ArrayList<>();

  PrivateChatsTest() {
    for (int i = 0; i < 2; i++) {
      directory.appear(directory.admit(ManualClock.START).id());
    }
  }

  private void send(long from, long to, String text) throws Unavailable {
    chats.send(
        new Draft(RoomName.between(from, to), People.user(from), text, null),
        Receipts.stored((message, again) -> told.add(message.seq() + " " + message.text())));
  }

  @Test
  void bothWritersOfAChatShareOneOrder() throws Unavailable {
    send(1, 2, "ping");
    send(2, 1, "pong");
    pool.runAll();

    assertEquals(List.of("1 ping", "2 pong"), told);
  }

  @Test
  void whenTooMuchWaitsNothingIsStored() throws Unavailable {
    send(1, 2, "a");
    send(1, 2, "b");

    assertThrows(Unavailable.class, () -> send(1, 2, "c"));
    pool.runAll();

    assertEquals(2, log.stored());
  }

  @Test
  void whoHasLeftSaysNothingMore() throws Unavailable {
    send(1, 2, "too late");
    directory.depart(1).run();
    pool.runAll();

    assertEquals(List.of(), told);
    assertEquals(0, log.stored());
  }
}
