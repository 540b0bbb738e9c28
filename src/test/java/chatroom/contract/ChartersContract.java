package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Charters;
import chatroom.room.Charters.Kept;
import chatroom.room.Draft;
import chatroom.room.Guests;
import chatroom.room.MessageLog;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRole;
import chatroom.room.Unavailable;
import chatroom.testing.People;
import chatroom.testing.Receipts;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every lasting {@link Charters} has to keep, also when it is opened anew. */
public abstract class ChartersContract {
  private static final int PATIENCE_SECONDS = 10;
  private static final RoomName PLANS = new RoomName("pläne-計画");
  private static final RoomName NEWS = new RoomName("news");
  private static final RoomCharter OF_PLANS =
      new RoomCharter(PLANS, "What we do ☕ \uFFFE", true, false, false, 7);
  private static final RoomCharter OF_NEWS = new RoomCharter(NEWS, "", false, true, false, 8);

  /** Nothing is kept yet. */
  protected abstract void startEmpty();

  /** What was kept, by somebody who knows nothing of before. */
  protected abstract Charters reopened();

  /** Those under test. */
  protected abstract Charters charters();

  /** The log beside them. */
  protected abstract MessageLog log();

  @BeforeEach
  void begin() {
    startEmpty();
  }

  /** Returns when it is kept. */
  private void keep(Consumer<Guests.Receipt> change) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    change.accept(
        new Guests.Receipt() {
          @Override
          public void kept() {
            told.complete(true);
          }

          @Override
          public void refused(Unavailable why) {
            told.completeExceptionally(why);
          }
        });
    assertTrue(told.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }

  private void add(RoomCharter charter) {
    keep(receipt -> charters().add(charter, receipt));
  }

  private static Map<RoomName, Kept> all(Charters charters) {
    try {
      return charters.all().stream()
          .collect(Collectors.toMap(it -> it.charter().name(), kept -> kept));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private void assertKept(Kept... expected) {
    Map<RoomName, Kept> rooms =
        Stream.of(expected).collect(Collectors.toMap(it -> it.charter().name(), kept -> kept));
    assertEquals(rooms, all(charters()));
    assertEquals(rooms, all(reopened()));
  }

  private void post(RoomName room) {
    CountDownLatch stored = new CountDownLatch(1);
    log()
        .append(
            new Draft.Post(room, People.user(1), "hello", null),
            Receipts.stored((message, again) -> stored.countDown()));
    try {
      assertTrue(stored.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void atFirstThereIsNothing() {
    assertKept();
  }

  @Test
  void aRoomIsKeptAsItWasMade() {
    add(OF_PLANS);
    add(OF_NEWS);

    assertKept(new Kept(OF_PLANS, Map.of(), 0), new Kept(OF_NEWS, Map.of(), 0));
  }

  @Test
  void aRoomThatIsAddedAgainIsThere() {
    add(OF_PLANS);
    add(OF_PLANS);

    assertKept(new Kept(OF_PLANS, Map.of(), 0));
  }

  @Test
  void theNumberOfTheNewestIsTold() {
    add(OF_PLANS);
    post(PLANS);
    post(PLANS);

    assertKept(new Kept(OF_PLANS, Map.of(), 2));
  }

  @Test
  void aRoomThatWasOnlyWrittenInIsOneOfTheSettings() {
    post(RoomName.GENERAL);

    assertKept(new Kept(RoomCharter.ofSettings(RoomName.GENERAL), Map.of(), 1));
  }

  @Test
  void privateChatsAreNoRooms() {
    post(RoomName.between(1, 2));

    assertKept();
  }

  @Test
  void ofARoomThatIsRemovedNothingIsLeftAndItCanBeMadeAnew() {
    add(OF_PLANS);
    add(OF_NEWS);
    keep(receipt -> charters().invite(PLANS, 1, true, receipt));
    keep(receipt -> charters().remove(PLANS, receipt));
    assertKept(new Kept(OF_NEWS, Map.of(), 0));
    keep(receipt -> charters().remove(PLANS, receipt));
    add(OF_PLANS);
    post(PLANS);

    assertKept(new Kept(OF_PLANS, Map.of(), 1), new Kept(OF_NEWS, Map.of(), 0));
  }

  @Test
  void aRoomInWhichSomethingWasStoredIsNotRemoved() {
    add(OF_PLANS);
    keep(receipt -> charters().invite(PLANS, 1, true, receipt));
    post(PLANS);
    keep(receipt -> charters().remove(PLANS, receipt));

    assertKept(new Kept(OF_PLANS, Map.of(1L, true), 1));
  }

  @Test
  void theLastTopicCounts() {
    add(OF_PLANS);
    keep(receipt -> charters().setTopic(PLANS, "first", receipt));
    keep(receipt -> charters().setTopic(PLANS, "späß 👍", receipt));

    assertKept(new Kept(OF_PLANS.withTopic("späß 👍"), Map.of(), 0));
  }

  @Test
  void aRoomOfTheSettingsHasATopicBeforeAndAfterItIsWrittenIn() {
    keep(receipt -> charters().setTopic(RoomName.GENERAL, "all", receipt));
    post(RoomName.GENERAL);
    post(NEWS);
    keep(receipt -> charters().setTopic(NEWS, "new", receipt));

    assertKept(
        new Kept(RoomCharter.ofSettings(RoomName.GENERAL).withTopic("all"), Map.of(), 1),
        new Kept(RoomCharter.ofSettings(NEWS).withTopic("new"), Map.of(), 1));
  }

  @Test
  void howSlowARoomIsIsKeptBesideItsTopic() {
    add(OF_PLANS);
    keep(receipt -> charters().setSlowMode(PLANS, 3_600, receipt));
    keep(receipt -> charters().setTopic(PLANS, "späß", receipt));
    keep(receipt -> charters().setSlowMode(RoomName.GENERAL, 5, receipt));

    assertKept(
        new Kept(OF_PLANS.withSlowSeconds(3_600).withTopic("späß"), Map.of(), 0),
        new Kept(RoomCharter.ofSettings(RoomName.GENERAL).withSlowSeconds(5), Map.of(), 0));
  }

  @Test
  void whatSomebodyIsInARoomIsKeptUntilTheyAreAMemberAgain() {
    add(OF_PLANS);
    keep(receipt -> charters().setRole(PLANS, 1, RoomRole.MODERATOR, receipt));
    keep(receipt -> charters().setRole(PLANS, 2, RoomRole.MODERATOR, receipt));
    keep(receipt -> charters().setRole(PLANS, 2, RoomRole.READ_ONLY, receipt));
    keep(receipt -> charters().setRole(PLANS, 3, RoomRole.MODERATOR, receipt));
    keep(receipt -> charters().setRole(PLANS, 3, RoomRole.MEMBER, receipt));
    Map<Long, RoomRole> roles = Map.of(1L, RoomRole.MODERATOR, 2L, RoomRole.READ_ONLY);
    assertKept(new Kept(OF_PLANS, Map.of(), roles, 0));
    keep(receipt -> charters().uninvite(PLANS, 1, receipt));
    keep(receipt -> charters().uninvite(PLANS, 2, receipt));

    assertKept(new Kept(OF_PLANS, Map.of(), Map.of(2L, RoomRole.READ_ONLY), 0));
    keep(receipt -> charters().remove(PLANS, receipt));
    assertKept();
  }

  @Test
  void aRoomOfTheSettingsHasModeratorsBeforeItIsWrittenIn() {
    keep(receipt -> charters().setRole(RoomName.GENERAL, 1, RoomRole.MODERATOR, receipt));

    RoomCharter general = RoomCharter.ofSettings(RoomName.GENERAL);
    assertKept(new Kept(general, Map.of(), Map.of(1L, RoomRole.MODERATOR), 0));
  }

  @Test
  void aRoomIsArchivedAndBroughtBack() {
    add(OF_PLANS);
    keep(receipt -> charters().setArchived(PLANS, true, receipt));
    assertKept(new Kept(OF_PLANS.withArchived(true), Map.of(), 0));
    keep(receipt -> charters().setArchived(PLANS, false, receipt));

    assertKept(new Kept(OF_PLANS, Map.of(), 0));
  }

  @Test
  void whoIsInvitedAndWhetherTheyMayWriteIsKeptOfEachRoom() {
    add(OF_PLANS);
    add(OF_NEWS);
    keep(receipt -> charters().invite(PLANS, 1, true, receipt));
    keep(receipt -> charters().invite(PLANS, 2, true, receipt));
    keep(receipt -> charters().invite(PLANS, 2, false, receipt));
    keep(receipt -> charters().invite(NEWS, 1, false, receipt));
    keep(receipt -> charters().uninvite(NEWS, 9, receipt));

    assertKept(
        new Kept(OF_PLANS, Map.of(1L, true, 2L, false), 0),
        new Kept(OF_NEWS, Map.of(1L, false), 0));
    keep(receipt -> charters().uninvite(PLANS, 1, receipt));
    assertKept(new Kept(OF_PLANS, Map.of(2L, false), 0), new Kept(OF_NEWS, Map.of(1L, false), 0));
  }
}
