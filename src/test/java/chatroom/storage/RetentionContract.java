package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.LogFixture;
import chatroom.room.Body;
import chatroom.room.Change;
import chatroom.room.Draft;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import chatroom.room.Uploads;
import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What retention takes it takes with all that was done to it, in every database. */
abstract class RetentionContract extends LogFixture {
  private static final StoreTerms WEEK =
      new StoreTerms(Duration.ofDays(30), Optional.of(Duration.ofDays(7)));

  private final ManualClock clock = new ManualClock();

  abstract SharedDatabase database();

  @Override
  protected MessageLog freshLog() {
    return database().fresh(clock).messages();
  }

  private long rows(String table) {
    return database().count(table);
  }

  private Store swept(long left) {
    Store store = database().reopened(clock, WEEK);
    Eventually.until("the old ones are gone", () -> store.messages().stored() == left);
    return store;
  }

  private static List<Draft> changes(long id) {
    return List.of(
        new Change.Edit(GENERAL, People.user(1), id, "fig", Instant.EPOCH, null),
        new Change.React(GENERAL, People.user(2), id, "\u2615", true, null),
        new Change.Delete(GENERAL, People.user(1), id, Instant.EPOCH, null));
  }

  private static Draft post(Optional<String> url, OptionalLong replyTo) {
    Body body = new Body("x", url, replyTo, Set.of(), false);
    return new Draft.Post(GENERAL, People.user(1), body, null);
  }

  /** The number that it is stored under, or why it is not. */
  private static String told(Store store, Draft draft) {
    CompletableFuture<String> told = new CompletableFuture<>();
    store
        .messages()
        .append(
            draft,
            new MessageLog.Receipt() {
              @Override
              public void stored(StoredEvent event, boolean again) {
                told.complete("" + event.seq());
              }

              @Override
              public void refused(Unavailable why) {
                told.completeExceptionally(why);
              }

              @Override
              public void rejected(Rejection why) {
                told.complete(why.code().wireName());
              }
            });
    return told.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static String all(Store store) throws Unavailable {
    return outline(
        store.messages().read(new HistoryQuery(GENERAL, Direction.AFTER, 0, 100, Long.MAX_VALUE)));
  }

  @Test
  void whatWasDoneToAMessageGoesWithItAndItIsNotFoundAgain() throws Unavailable {
    List<String> gone = new CopyOnWriteArrayList<>();
    var quota = new Uploads.Quota(100, 100);
    database()
        .store()
        .uploads()
        .add(new Uploads.Upload("cat", GENERAL, 1, "image/png", 100), quota);
    long edited = append(GENERAL, 1, null, "plum").message().id();
    long deleted = append(GENERAL, 1, null, "pear").message().id();
    appendAll(List.of(post(Optional.of("uploads/cat"), OptionalLong.empty())));
    appendAll(changes(edited).subList(0, 2));
    appendAll(changes(deleted));
    clock.pass(Duration.ofDays(8));
    append(GENERAL, 1, null, "new");
    Store store = swept(1);

    assertEquals("9..9 false 9", all(store));
    assertEquals(0, rows("chat_change"));
    assertEquals(0, rows("chat_reaction"));
    assertEquals(1, rows("chat_message_fts"));
    Unread.Query query = new Unread.Query(GENERAL, 0, Long.MAX_VALUE, 2, Set.of());
    assertEquals(new Unread(1, 0), store.unread().count(query));
    for (long id : new long[] {edited, deleted}) {
      assertEquals(Optional.empty(), store.messages().find(id));
      for (Draft change : changes(id)) {
        assertEquals("message_not_found", told(store, change));
      }
      assertEquals("message_not_found", told(store, post(Optional.empty(), OptionalLong.of(id))));
    }
    store.uploads().whenGone(gone::add);
    store.uploads().sweep(Instant.EPOCH);
    assertEquals(List.of("cat"), gone);
    assertEquals(Uploads.Outcome.KEPT, store.uploads().wouldAdd(1, 100, quota));
    assertEquals("10", told(store, post(Optional.empty(), OptionalLong.empty())));
  }

  @Test
  void aChangeThatIsYoungerThanItsMessageStaysSoThatNoHoleIsLeft() throws Unavailable {
    long old = append(GENERAL, 1, null, "plum").message().id();
    clock.pass(Duration.ofDays(6));
    appendAll(changes(old).subList(0, 2));
    append(GENERAL, 1, null, "young");
    clock.pass(Duration.ofDays(2));
    Store store = swept(1);

    assertEquals("2..4 false 4", all(store));
    assertEquals(0, rows("chat_reaction"));
    assertEquals(1, rows("chat_message_fts"));
    for (Draft change : changes(old)) {
      assertEquals("message_not_found", told(store, change));
    }
  }
}
