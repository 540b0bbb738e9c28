package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.room.Body;
import chatroom.room.Change;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.room.Uploads;
import chatroom.room.Uploads.Outcome;
import chatroom.room.Uploads.Quota;
import chatroom.room.Uploads.Upload;
import chatroom.storage.Store;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Uploads} has to keep. */
public abstract class UploadsContract {
  protected static final Quota QUOTA = new Quota(100, 150);

  private final ManualClock clock = new ManualClock();
  private final List<String> gone = new CopyOnWriteArrayList<>();
  private MessageLog log;
  private Uploads uploads;

  /** Nothing was uploaded yet. */
  protected abstract Store freshStore(ManualClock clock);

  @BeforeEach
  void startEmpty() {
    Store store = freshStore(clock);
    log = store.messages();
    uploads = store.uploads();
    uploads.whenGone(gone::add);
  }

  protected final Uploads uploads() {
    return uploads;
  }

  /** One of the room {@code general}. */
  protected static Upload upload(String id, long userId, long bytes) {
    return new Upload(id, RoomName.GENERAL, userId, "image/png", bytes);
  }

  protected final Outcome add(Upload upload) {
    try {
      return uploads.add(upload, QUOTA);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private Outcome wouldAdd(long userId, long bytes) {
    try {
      return uploads.wouldAdd(userId, bytes, QUOTA);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  protected final Optional<Upload> find(String id) {
    try {
      return uploads.find(id);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private boolean sweep(Instant before) {
    try {
      return uploads.sweep(before);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsKeptIsFoundAsItWas() {
    Upload open = new Upload("AbC-_9", new RoomName("raum-\u00fc"), 1, "image/webp", 7);
    Upload between = new Upload("abc-_9", RoomName.between(1, 2), 2, "image/gif", 0);

    assertEquals(Outcome.KEPT, add(open));
    assertEquals(Outcome.KEPT, add(between));
    assertEquals(Optional.of(open), find("AbC-_9"));
    assertEquals(Optional.of(between), find("abc-_9"));
    assertEquals(Optional.empty(), find("ABC-_9"));
    assertEquals(Optional.empty(), find(""));
  }

  @Test
  void aUserHasAQuota() {
    assertEquals(Outcome.KEPT, add(upload("a", 1, 60)));
    assertEquals(Outcome.USER_IS_FULL, add(upload("b", 1, 41)));
    assertEquals(Optional.empty(), find("b"));
    assertEquals(Outcome.KEPT, add(upload("c", 1, 40)));
    assertEquals(Outcome.USER_IS_FULL, add(upload("d", 1, 1)));
    assertEquals(Outcome.KEPT, add(upload("e", 2, 1)));
  }

  @Test
  void allTogetherHaveAQuota() {
    assertEquals(Outcome.KEPT, add(upload("a", 1, 100)));
    assertEquals(Outcome.ALL_IS_FULL, add(upload("b", 2, 51)));
    assertEquals(Outcome.KEPT, add(upload("c", 2, 50)));
    assertEquals(Outcome.ALL_IS_FULL, add(upload("d", 3, 1)));
  }

  @Test
  void whatWouldBecomeOfOneCanBeAskedBefore() {
    add(upload("a", 1, 60));
    add(upload("b", 2, 60));

    assertEquals(Outcome.USER_IS_FULL, wouldAdd(1, 41));
    assertEquals(Outcome.ALL_IS_FULL, wouldAdd(1, 31));
    assertEquals(Outcome.KEPT, wouldAdd(1, 30));
    assertEquals(Outcome.KEPT, add(upload("c", 1, 30)));
  }

  @Test
  void whatNoMessageNamesGoesWhenItIsOldAndGivesItsRoomBack() {
    add(upload("old", 1, 60));
    clock.pass(Duration.ofSeconds(1));
    add(upload("new", 1, 40));

    assertFalse(sweep(clock.instant()));
    assertEquals(List.of("old"), gone);
    assertEquals(Optional.empty(), find("old"));
    assertEquals(upload("new", 1, 40), find("new").orElseThrow());
    assertEquals(Outcome.KEPT, add(upload("again", 1, 60)));
    assertEquals(Outcome.KEPT, add(upload("other", 2, 50)));
    assertEquals(Outcome.ALL_IS_FULL, add(upload("more", 2, 1)));
  }

  private String posted(RoomName room, String url) {
    return posted(room, url, null);
  }

  private String posted(RoomName room, String url, @Nullable String ref) {
    Body image = new Body("alt", Optional.of(url), OptionalLong.empty(), Set.of(), false);
    return told(new Draft.Post(room, People.user(1), image, ref));
  }

  private String told(Draft draft) {
    CompletableFuture<String> told = new CompletableFuture<>();
    log.append(
        draft,
        new MessageLog.Receipt() {
          @Override
          public void stored(StoredEvent event, boolean again) {
            told.complete(Long.toString(event.id()));
          }

          @Override
          public void rejected(Rejection why) {
            told.complete(why.code().wireName());
          }

          @Override
          public void refused(Unavailable why) {
            told.completeExceptionally(why);
          }
        });
    return told.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private String deleted(String messageId) {
    long id = Long.parseLong(messageId);
    return told(new Change.Delete(RoomName.GENERAL, People.user(1), id, Instant.EPOCH, null));
  }

  @Test
  void anImageShowsOnlyAnUploadOfItsRoom() {
    add(upload("a", 1, 1));

    assertEquals("invalid_url", posted(RoomName.GENERAL, "uploads/b"));
    assertEquals("invalid_url", posted(RoomName.GENERAL, "uploads/"));
    assertEquals("invalid_url", posted(new RoomName("random"), "uploads/a"));
    assertEquals("1", posted(RoomName.GENERAL, "uploads/a"));
    assertEquals("2", posted(RoomName.GENERAL, "https://example.org/uploads/b"));
  }

  @Test
  void whatAMessageNamesStaysAsLongAsTheMessage() {
    add(upload("a", 1, 60));
    add(upload("b", 1, 1));
    String message = posted(RoomName.GENERAL, "uploads/a");
    clock.pass(Duration.ofDays(365));

    assertFalse(sweep(clock.instant()));
    assertEquals(List.of("b"), gone);
    deleted(message);
    assertEquals(List.of("b", "a"), gone);
    assertEquals(Optional.empty(), find("a"));
    assertEquals(Outcome.KEPT, add(upload("c", 1, 100)));
  }

  @Test
  void oneMessageShowsItAndItGoesWithThat() {
    add(upload("a", 1, 1));
    String message = posted(RoomName.GENERAL, "uploads/a");
    assertEquals("invalid_url", posted(RoomName.GENERAL, "uploads/a"));
    assertEquals("invalid_url", posted(RoomName.GENERAL, "uploads/a", "other"));
    assertEquals(List.of(), gone);
    deleted(message);

    assertEquals(List.of("a"), gone);
    assertEquals("invalid_url", posted(RoomName.GENERAL, "uploads/a"));
  }

  @Test
  void theSameRefIsTheSameMessageAndNotASecondOneOfTheUpload() {
    add(upload("a", 1, 1));
    assertEquals("1", posted(RoomName.GENERAL, "uploads/a", "r"));
    assertEquals("1", posted(RoomName.GENERAL, "uploads/a", "r"));
    assertEquals("2", posted(RoomName.GENERAL, "https://example.org/b", "s"));
    assertEquals("1", posted(RoomName.GENERAL, "uploads/a", "r"));
    assertEquals(List.of(), gone);
  }

  @Test
  void ofTwoWhoShowItAtTheSameTimeOneIsFirst() {
    add(upload("a", 1, 1));
    List<CompletableFuture<String>> told =
        IntStream.range(0, 8)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> posted(RoomName.GENERAL, "uploads/a")))
            .toList();
    List<String> outcomes = told.stream().map(CompletableFuture::join).sorted().toList();

    assertEquals("1", outcomes.get(0));
    assertEquals(Collections.nCopies(7, "invalid_url"), outcomes.subList(1, 8));
  }
}
