package chatroom.storage;

import chatroom.room.Archive;
import chatroom.room.ChatMessage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.RoomName;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The archive of what is in memory.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class MemoryArchive implements Archive {
  private final MemoryMessageLog log;

  MemoryArchive(MemoryMessageLog log) {
    this.log = log;
  }

  @Override
  public List<Day> daysBefore(RoomName room, LocalDate date, int limit) {
    return search(room).before(date, limit);
  }

  @Override
  public Optional<LocalDate> dayAfter(RoomName room, LocalDate date) {
    return search(room).after(date);
  }

  private DaySearch<RuntimeException> search(RoomName room) {
    return new DaySearch<>(
        seq ->
            upTo(room, seq, 1).stream()
                .map(it -> new DaySearch.Said(it.seq(), it.sentAt()))
                .findFirst());
  }

  private List<ChatMessage> upTo(RoomName room, long seq, int limit) {
    long end = seq == Long.MAX_VALUE ? seq : seq + 1;
    var query = new HistoryQuery(room, Direction.BEFORE, end, limit, Long.MAX_VALUE);
    return log.read(query).events().stream().map(ChatMessage.class::cast).toList();
  }

  @Override
  public List<ChatMessage> messages(RoomName room, long first, long last) {
    return upTo(room, last, MemoryMessageLog.MESSAGES_PER_ROOM).stream()
        .filter(it -> it.seq() >= first)
        .toList();
  }

  @Override
  public List<ChatMessage> messages(Collection<Long> ids) {
    return ids.stream().map(log::find).flatMap(Optional::stream).toList();
  }
}
