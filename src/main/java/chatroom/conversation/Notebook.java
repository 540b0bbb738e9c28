package chatroom.conversation;

import chatroom.room.Guests;
import chatroom.room.HistoryQuery;
import chatroom.room.MessageLog;
import chatroom.room.Notes;
import chatroom.room.Notes.Kept;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks {@link Notes} for what users keep for themselves, has it kept for those who may return, and
 * brings the answers to the lane.
 *
 * <p>Thread safety: safe for use by any thread. Each call is answered once, on the lane.
 */
public final class Notebook {
  /** What may take as long as a database does. */
  @FunctionalInterface
  private interface Question<T> {
    T answer() throws Unavailable;
  }

  private final Notes notes;
  private final Unread.Counter counter;
  private final MessageLog log;
  private final Executor lane;
  private final Executor readers;

  /**
   * @param counter counts what was not read
   * @param log knows how far a room has come
   * @param readers runs what may block for as long as a database takes
   */
  public Notebook(
      Notes notes, Unread.Counter counter, MessageLog log, Executor lane, Executor readers) {
    this.notes = notes;
    this.counter = counter;
    this.log = log;
    this.lane = lane;
    this.readers = readers;
  }

  /**
   * Finds out what is kept for a user.
   *
   * @param refused runs instead of {@code found} if that cannot be known now
   */
  void of(long userId, Consumer<Kept> found, Runnable refused) {
    ask(() -> notes.of(userId), found, refused);
  }

  /**
   * Finds out how far a room has come.
   *
   * @param asOf the {@code id} of the newest message that belongs to it
   * @param refused runs instead of {@code found} if that cannot be known now
   */
  void lastSeq(RoomName room, long asOf, Consumer<Long> found, Runnable refused) {
    ask(() -> lastSeq(room, asOf), found, refused);
  }

  private <T> void ask(Question<T> question, Consumer<T> found, Runnable refused) {
    readers.execute(() -> lane.execute(answer(question, found, refused)));
  }

  private static <T> Runnable answer(Question<T> question, Consumer<T> found, Runnable refused) {
    try {
      T answer = question.answer();
      return () -> found.accept(answer);
    } catch (Unavailable e) {
      return refused;
    }
  }

  /** The same for who may wait. */
  long lastSeq(RoomName room, long asOf) throws Unavailable {
    return log.read(HistoryQuery.newest(room, 0, asOf)).lastSeq();
  }

  /** Counts what was not read, for who may wait. */
  Unread unread(Unread.Query query) throws Unavailable {
    return counter.count(query);
  }

  /**
   * Keeps how far a user has read a room.
   *
   * @param refused runs instead of {@code kept} if it is not kept
   */
  void mark(Seat seat, RoomName room, long seq, Runnable kept, Runnable refused) {
    keep(seat, to -> notes.mark(seat.who().id(), room, seq, to), kept, refused);
  }

  /**
   * Keeps that a user ignores another one, or no more.
   *
   * @param refused runs instead of {@code kept} if it is not kept
   */
  void ignore(Seat seat, long otherId, boolean on, Runnable kept, Runnable refused) {
    keep(seat, to -> notes.ignore(seat.who().id(), otherId, on, to), kept, refused);
  }

  /** Who will not return needs nothing kept. */
  private void keep(Seat seat, Consumer<Guests.Receipt> noted, Runnable kept, Runnable refused) {
    if (!seat.returns()) {
      lane.execute(kept);
    } else {
      noted.accept(new LaneReceipt(lane, kept, refused));
    }
  }
}
