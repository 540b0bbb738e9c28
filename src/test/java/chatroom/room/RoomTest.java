package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.Receipts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final Participant ANN = People.user(1);
  private static final Participant BOB = People.user(2);

  private final QueuedExecutor pool = new QueuedExecutor();
  private final List<Object> heard = new ArrayList<>();
  private final Room room =
      new Room(
          RoomName.GENERAL,
          new Lane(pool, 5),
          new MemoryMessageLog(new ManualClock()),
          new Timeline(0),
          heard::add);

  private void enter(Participant who) {
    room.enter(who, members -> {});
    pool.runAll();
    heard.clear();
  }

  private static Draft draft(String text, String ref) {
    return new Draft(RoomName.GENERAL, ANN, text, ref);
  }

  @Test
  void whoEntersIsGivenTheMembersThemselfIncludedBeforeTheOthersHearOfIt() {
    enter(ANN);

    room.enter(BOB, heard::add);
    pool.runAll();

    assertEquals(List.of(List.of(ANN, BOB), new RoomEvent.Joined(RoomName.GENERAL, BOB, 2)), heard);
  }

  @Test
  void theOthersHearOfALeavingBetweenWhatComesBeforeItAndWhatComesAfterIt() {
    enter(ANN);
    enter(BOB);

    room.leave(
        1,
        () -> {
          heard.add("before");
          return () -> heard.add("after");
        });
    pool.runAll();

    assertEquals(List.of("before", new RoomEvent.Left(RoomName.GENERAL, ANN, 1), "after"), heard);
  }

  @Test
  void theLeavingOfSomebodyUnknownIsToldNobodyAndTheRestIsDone() {
    enter(ANN);

    room.leave(
        2,
        () -> {
          heard.add("before");
          return () -> heard.add("after");
        });
    pool.runAll();

    assertEquals(List.of("before", "after"), heard);
  }

  @Test
  void aNewNameIsToldAfterTheOldOneIsFree() {
    enter(ANN);
    Participant renamed = ANN.named(new Nickname("Ann", "ann"));

    room.rename(renamed, ANN.name(), () -> heard.add("free"));
    pool.runAll();

    assertEquals(
        List.of("free", new RoomEvent.Renamed(RoomName.GENERAL, renamed, ANN.name())), heard);
  }

  @Test
  void theNewNameOfSomebodyWhoLeftIsToldNobodyAndTheOldOneIsFree() {
    room.rename(ANN.named(new Nickname("Ann", "ann")), ANN.name(), () -> heard.add("free"));
    pool.runAll();

    assertEquals(List.of("free"), heard);
  }

  @Test
  void aMessageIsAcknowledgedBeforeTheOthersSeeIt() throws Unavailable {
    enter(ANN);
    pool.runAll();
    heard.clear();

    room.post(
        draft("hello", "r1"),
        Receipts.stored((message, again) -> heard.add(message.text() + again)));
    pool.runAll();

    assertEquals("hellofalse", heard.get(0));
    assertEquals("hello", ((RoomEvent.Posted) heard.get(1)).message().text());
    assertEquals(2, heard.size());
  }

  @Test
  void whoHasLeftSaysNothingMore() throws Unavailable {
    enter(ANN);
    room.leave(ANN.id(), () -> () -> {});
    room.post(
        draft("too late", "r1"), Receipts.stored((message, again) -> heard.add(message.text())));
    pool.runAll();

    assertTrue(
        heard.stream().noneMatch(it -> it instanceof RoomEvent.Posted || it.equals("too late")),
        heard::toString);
  }

  @Test
  void aRepetitionIsAcknowledgedAgainAndToldNobody() throws Unavailable {
    enter(ANN);
    room.post(draft("hello", "r1"), Receipts.unread());
    pool.runAll();
    heard.clear();

    room.post(
        draft("hello", "r1"),
        Receipts.stored((message, again) -> heard.add(message.seq() + ":" + again)));
    pool.runAll();

    assertEquals(List.of("1:true"), heard);
  }

  @Test
  void anOverloadedRoomRefusesPostsAndQuestionsAndStillLetsPeopleOut() throws Unavailable {
    enter(ANN);
    for (int i = 0; i < 5; i++) {
      room.ask(() -> {});
    }

    assertThrows(Unavailable.class, () -> room.post(draft("hello", "r1"), Receipts.unread()));
    assertThrows(Unavailable.class, () -> room.askMembers(members -> {}));
    room.leave(1, () -> () -> {});
    pool.runAll();

    assertEquals(List.of(new RoomEvent.Left(RoomName.GENERAL, ANN, 0)), heard);
  }

  @Test
  void aQuestionIsAnsweredAfterAllThatCameBeforeIt() throws Unavailable {
    room.enter(ANN, members -> {});
    room.enter(BOB, members -> {});
    room.askMembers(heard::add);
    room.leave(1, () -> () -> {});
    pool.runAll();

    assertEquals(List.of(ANN, BOB), heard.get(2));
  }
}
