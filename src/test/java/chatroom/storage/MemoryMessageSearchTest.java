package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.MessageSearchContract;
import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.MessageSearch;
import chatroom.room.RoomName;
import chatroom.testing.People;
import chatroom.testing.Receipts;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryMessageSearchTest extends MessageSearchContract {
  private final Store store = new MemoryStore(clock, SharedDatabase.TERMS, any -> true);

  @Override
  protected MessageLog freshLog() {
    return store.messages();
  }

  @Override
  protected MessageSearch search() {
    return store.search();
  }

  @Test
  void aSearchLetsThoseWriteWhoWantToEveryFewMessages() {
    MemoryMessageLog log = new MemoryMessageLog(clock, any -> true);
    int all = MemoryMessageLog.PART + 1;
    for (int i = 0; i < all; i++) {
      log.append(new Draft.Post(RoomName.GENERAL, People.user(1), "m", null), Receipts.unread());
    }
    AtomicInteger looks = new AtomicInteger();
    Predicate<RoomName> counting = any -> looks.incrementAndGet() > 0;
    MemoryMessageLog.Part first = log.part(Long.MAX_VALUE, counting, 1);
    assertEquals(MemoryMessageLog.PART, looks.get());
    log.append(new Draft.Post(RoomName.GENERAL, People.user(1), "new", null), Receipts.unread());
    MemoryMessageLog.Part last = log.part(first.before(), counting, 1);

    assertEquals(all, looks.get());
    assertEquals(
        LongStream.iterate(all, id -> id > 0, id -> id - 1).boxed().toList(),
        Stream.of(first, last)
            .flatMap(part -> part.messages().stream().map(ChatMessage::id))
            .toList());
    assertEquals(0, last.before());
  }
}
