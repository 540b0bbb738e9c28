package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.Body;
import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import chatroom.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not read is counted alike wherever it is stored. */
public abstract class UnreadContract extends LogFixture {
  private static final long READER = 9;

  /** Counts in the log under test. */
  protected abstract Unread.Counter counter();

  private Unread count(RoomName room, long after, long asOf, Long... ignored) {
    try {
      return counter().count(new Unread.Query(room, after, asOf, READER, Set.of(ignored)));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private static Unread messages(int count) {
    return new Unread(count, 0);
  }

  @Test
  void aRoomThatNobodyWroteInHasNothingUnread() {
    assertEquals(messages(0), count(GENERAL, 0, Long.MAX_VALUE));
  }

  @Test
  void whatComesAfterTheMarkIsUnreadInThatRoomAlone() {
    fill(GENERAL, 5);
    fill(RANDOM, 2);

    assertEquals(messages(5), count(GENERAL, 0, Long.MAX_VALUE));
    assertEquals(messages(2), count(GENERAL, 3, Long.MAX_VALUE));
    assertEquals(messages(0), count(GENERAL, 5, Long.MAX_VALUE));
    assertEquals(messages(0), count(GENERAL, Long.MAX_VALUE, Long.MAX_VALUE));
    assertEquals(messages(2), count(RANDOM, 0, Long.MAX_VALUE));
    assertEquals(messages(0), count(PRIVATE, 0, Long.MAX_VALUE));
  }

  @Test
  void whatOneSaidOneselfIsRead() {
    append(GENERAL, READER, null, "mine");
    append(GENERAL, 1, null, "a");
    append(GENERAL, READER, null, "mine");

    assertEquals(messages(1), count(GENERAL, 0, Long.MAX_VALUE));
  }

  @Test
  void whatThoseSayWhomOneIgnoresDoesNotCount() {
    append(GENERAL, 1, null, "a");
    append(GENERAL, 2, null, "b");
    append(GENERAL, 3, null, "c");

    assertEquals(messages(1), count(GENERAL, 0, Long.MAX_VALUE, 1L, 3L));
    assertEquals(messages(3), count(GENERAL, 0, Long.MAX_VALUE, 77L));
  }

  @Test
  void whatCameLaterIsNotThereYet() {
    fill(GENERAL, 3);
    long then = log().lastId();
    fill(GENERAL, 2);

    assertEquals(messages(3), count(GENERAL, 0, then));
    assertEquals(messages(1), count(GENERAL, 2, then));
    assertEquals(messages(0), count(GENERAL, 4, then));
  }

  @Test
  void countingEnds() {
    fill(GENERAL, Unread.MOST);
    assertEquals(messages(Unread.MOST), count(GENERAL, 0, Long.MAX_VALUE));
    fill(GENERAL, 1);

    assertEquals(messages(Unread.MOST), count(GENERAL, 0, Long.MAX_VALUE));
  }

  private void naming(long author, boolean room, Long... users) {
    Body body = new Body("@", Optional.empty(), OptionalLong.empty(), Set.of(users), room);
    append(List.of(new Draft.Post(GENERAL, People.user(author), body, null)));
  }

  @Test
  void thoseThatNameTheReaderOrEverybodyAreCounted() {
    naming(1, false, READER);
    naming(1, false, 99L, 19L);
    naming(1, false, 1L, READER, 2L);
    naming(1, true);
    naming(READER, true, READER);
    append(GENERAL, 1, null, "nobody");

    assertEquals(new Unread(5, 3), count(GENERAL, 0, Long.MAX_VALUE));
    assertEquals(new Unread(4, 2), count(GENERAL, 1, Long.MAX_VALUE));
    assertEquals(new Unread(0, 0), count(GENERAL, 0, Long.MAX_VALUE, 1L));
  }

  @Test
  void whatWasDeletedAndWhatWasDoneToMessagesDoesNotCount() {
    naming(1, true);
    ChatMessage last = append(GENERAL, 1, null, "b").message();
    long first = last.id() - 1;
    appendAll(
        List.of(
            new Change.Edit(GENERAL, People.user(1), last.id(), "c", Instant.EPOCH, null),
            new Change.React(GENERAL, People.user(2), last.id(), "👍", true, null),
            new Change.Delete(GENERAL, People.user(1), first, Instant.EPOCH, null)));

    assertEquals(new Unread(1, 0), count(GENERAL, 0, Long.MAX_VALUE));
  }
}
