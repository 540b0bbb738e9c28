package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Body;
import chatroom.room.Change.Delete;
import chatroom.room.Change.Edit;
import chatroom.room.Change.React;
import chatroom.room.ChatMessage;
import chatroom.room.Deleted;
import chatroom.room.Draft;
import chatroom.room.Edited;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageState;
import chatroom.room.Participant;
import chatroom.room.Reacted;
import chatroom.room.Role;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link chatroom.room.MessageLog} has to keep of changes to what is written. */
public abstract class ChangingContract extends AppendingContract {
  protected static final Instant NOW = ManualClock.START;
  protected static final String NOT_FOUND = "MESSAGE_NOT_FOUND: No such message";

  protected final long said() {
    return append(GENERAL, 1, null, "hello").message().id();
  }

  protected static Edit edit(long author, long id, String text, @Nullable String ref) {
    return new Edit(GENERAL, People.user(author), id, text, Instant.EPOCH, ref);
  }

  protected static Delete delete(long author, long id, @Nullable String ref) {
    return new Delete(GENERAL, People.user(author), id, Instant.EPOCH, ref);
  }

  protected static React react(long author, long id, String emoji, boolean on) {
    return new React(GENERAL, People.user(author), id, emoji, on, null);
  }

  protected final ChatMessage present(long id) {
    try {
      return log().find(id).orElseThrow();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  protected final List<StoredEvent> after(long seq) {
    return read(GENERAL, Direction.AFTER, seq, 100).events();
  }

  protected final List<StoredEvent> before(long readerId) {
    return read(HistoryQuery.newest(GENERAL, 100, Long.MAX_VALUE, readerId)).events();
  }

  protected static Body picture() {
    return new Body(
        "a cat",
        Optional.of("https://example.org/\0cat"),
        OptionalLong.of(1),
        Set.of(7L, 17L),
        true);
  }

  @Test
  void anEditIsAnEventAndTheMessageSaysItNow() {
    long id = said();
    StoredEvent edited = outcome(edit(1, id, "hi\0", "e")).stored();
    StoredEvent more = outcome(edit(1, id, "hey", null)).stored();

    assertEquals(new Edited(2, 2, GENERAL, 1, "User1", id, "hi\0", NOW), edited);
    assertEquals("hello", ((ChatMessage) after(0).get(0)).text());
    assertEquals(List.of(edited, more), after(1));
    ChatMessage now = present(id);
    assertEquals("hey", now.text());
    assertEquals(new MessageState(Optional.of(NOW), Optional.empty(), List.of()), now.state());
    assertEquals(List.of(now), before(0));
  }

  @Test
  void ofADeletedMessageNothingIsLeftButItsPlace() {
    said();
    ChatMessage image =
        (ChatMessage) outcome(new Draft.Post(GENERAL, People.user(2), picture(), "p")).stored();
    outcome(edit(2, image.id(), "secret", null));
    outcome(react(1, image.id(), "👍", true));
    StoredEvent deleted = outcome(delete(2, image.id(), null)).stored();

    ChatMessage tombstone = image.deleted(NOW);
    assertEquals(new Deleted(5, 5, GENERAL, 2, "User2", image.id(), NOW), deleted);
    assertEquals(tombstone, present(image.id()));
    assertEquals(tombstone, before(0).get(1));
    assertEquals(
        List.of(
            tombstone,
            new Edited(3, 3, GENERAL, 2, "User2", image.id(), "", NOW),
            new Reacted(4, 4, GENERAL, 1, "User1", image.id(), "👍", true, 1, NOW),
            deleted),
        after(1));
    assertTrue(outcome(new Draft.Post(GENERAL, People.user(2), picture(), "p")).again());
  }

  @Test
  void onlyWhoWroteAMessageChangesItAndOnlyForAWhile() {
    long id = said();
    Instant later = NOW.plusMillis(1);
    Participant ann = People.user(1);

    assertEquals("NOT_ALLOWED: Not your message", outcome(edit(2, id, "x", null)).reason());
    assertEquals("NOT_ALLOWED: Not your message", outcome(delete(2, id, null)).reason());
    assertEquals(
        "NOT_ALLOWED: Too late to change this message",
        outcome(new Edit(GENERAL, ann, id, "x", later, null)).reason());
    assertEquals(
        "NOT_ALLOWED: Too late to change this message",
        outcome(new Delete(GENERAL, ann, id, later, null)).reason());
    assertEquals("1..1 false 1", outline(read(GENERAL, Direction.AFTER, 0, 10)));
    assertEquals("", outcome(new Edit(GENERAL, ann, id, "x", NOW, null)).reason());
  }

  @Test
  void whoModeratesDeletesWhateverAnybodyWroteButEditsNothing() {
    long id = said();
    Participant admin = new Participant(9, People.user(9).name(), NOW, Role.ADMIN);

    assertEquals(
        "NOT_ALLOWED: Not your message",
        outcome(new Edit(GENERAL, admin, id, "x", Instant.EPOCH, null)).reason());
    assertEquals(
        9, outcome(new Delete(GENERAL, admin, id, NOW.plusSeconds(9), null)).stored().authorId());
  }

  @Test
  void whatIsNotThereIsNotChanged() {
    long id = said();
    long there = append(RANDOM, 1, null, "there").message().id();
    outcome(edit(1, id, "hi", null));
    outcome(delete(1, id, null));

    for (long none : new long[] {id, there, 3, 4, 0, -1, 99, Long.MAX_VALUE}) {
      assertEquals(NOT_FOUND, outcome(edit(1, none, "x", null)).reason());
      assertEquals(NOT_FOUND, outcome(delete(1, none, null)).reason());
      assertEquals(NOT_FOUND, outcome(react(1, none, "👍", true)).reason());
    }
    assertEquals("1..3 false 3", outline(read(GENERAL, Direction.AFTER, 0, 10)));
  }

  @Test
  void theSameChangeUnderTheSameRefIsStoredOnceWhateverHappenedSince() {
    long id = said();
    StoredEvent edited = outcome(edit(1, id, "hi", "e")).stored();
    StoredEvent deleted = outcome(delete(1, id, "d")).stored();

    for (int i = 0; i < 2; i++) {
      Outcome again = outcome(edit(1, id, "hi", "e"));
      assertEquals(edited.id(), again.stored().id());
      assertTrue(again.again());
      assertEquals(new Outcome(Optional.of(deleted), true, ""), outcome(delete(1, id, "d")));
    }
    assertEquals("1..3 false 3", outline(read(GENERAL, Direction.AFTER, 0, 10)));
  }

  @Test
  void theRefsOfMessagesAndOfChangesAreCountedByThemselves() {
    long id = append(GENERAL, 1, "r", "hello").message().id();

    assertFalse(outcome(edit(1, id, "hi", "r")).again());
    assertTrue(outcome(edit(1, id, "hi", "r")).again());
    assertTrue(append(GENERAL, 1, "r", "hello").again());
  }

  @Test
  void changesRightBehindTheirMessageAreStoredInTheirOrder() throws Unavailable {
    long first = said();
    List<Draft> drafts =
        List.of(
            draft(GENERAL, 1, "a", "one"),
            edit(1, first + 1, "two", "b"),
            react(2, first + 1, "👍", true),
            draft(GENERAL, 1, null, "three"),
            delete(1, first + 1, "c"));
    List<StoredEvent> events = appendAll(drafts);

    assertEquals(List.of(2L, 3L, 4L, 5L, 6L), events.stream().map(StoredEvent::seq).toList());
    assertTrue(present(first + 1).isDeleted());
    assertEquals("2..6 false 6", outline(read(GENERAL, Direction.AFTER, 1, 10)));
    assertEquals(6, log().lastId());
    assertEquals(3, log().stored(), "messages");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void pageByPageEveryEventComesOnceAndInOrder(int limit) {
    long id = said();
    for (int i = 0; i < 9; i++) {
      outcome(i % 3 == 0 ? draft(GENERAL, 1, null, "m" + i) : edit(1, id, "e" + i, null));
    }
    long seq = 0;
    while (seq < 10) {
      var page = read(GENERAL, Direction.AFTER, seq, limit);
      assertEquals(seq + 1, page.events().get(0).seq());
      seq += page.events().size();
      assertEquals(seq < 10, page.hasMore());
      outline(page);
    }
  }

  @Test
  void aHistoryOfMessagesHasNoChangesInItAndKnowsOfThem() {
    long id = said();
    outcome(edit(1, id, "hi", null));
    append(GENERAL, 2, null, "b");
    outcome(react(2, id, "👍", true));

    var newest = read(HistoryQuery.newest(GENERAL, 1, Long.MAX_VALUE));
    assertEquals(List.of(3L), newest.events().stream().map(StoredEvent::seq).toList());
    assertTrue(newest.hasMore());
    assertEquals(4, newest.lastSeq());
    var older = read(GENERAL, Direction.BEFORE, 3, 5);
    assertEquals(List.of(1L), older.events().stream().map(StoredEvent::seq).toList());
    assertFalse(older.hasMore());
  }

  @Test
  void asOfThenThereWereNoLaterChanges() {
    long id = said();
    outcome(edit(1, id, "a", null));
    outcome(edit(1, id, "b", null));
    append(GENERAL, 1, null, "c");

    for (long asOf = 1; asOf <= 4; asOf++) {
      HistoryQuery query = new HistoryQuery(GENERAL, Direction.AFTER, 0, 10, asOf);
      assertEquals("1.." + asOf + " false " + asOf, outline(read(query)));
    }
  }

  @Test
  void changesInAPrivateChatAreCountedThere() {
    long id = append(PRIVATE, 1, null, "psst").message().id();
    StoredEvent edited =
        outcome(new Edit(PRIVATE, People.user(1), id, "hush", Instant.EPOCH, null)).stored();
    StoredEvent reacted =
        outcome(new React(PRIVATE, People.user(2), id, "👍", true, null)).stored();

    assertEquals(List.of(edited, reacted), read(PRIVATE, Direction.AFTER, 1, 10).events());
    assertEquals(RoomName.between(1, 2), present(id).room());
  }

  @Test
  void aMessageIsFoundAndNothingElseIs() throws Unavailable {
    long id = said();
    outcome(edit(1, id, "hi", null));

    assertEquals("hi", present(id).text());
    for (long none : new long[] {2, 0, -1, 99, Long.MAX_VALUE}) {
      assertEquals(Optional.empty(), log().find(none));
    }
  }
}
