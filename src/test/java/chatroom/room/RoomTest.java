package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    heard.clear();
  }

  private static Draft draft(String text, String ref) {
    return new Draft(RoomName.GENERAL, ANN, text, ref);
  }

  @Test
  void whoEntersIsGivenTheMembersThemselfIncludedBeforeTheOthersHearOfIt() {
    enter(ANN);

    room.enter(BOB, heard::add);

    assertEquals(List.of(List.of(ANN, BOB), new RoomEvent.Joined(RoomName.GENERAL, BOB, 2)), heard);
  }

  @Test
  void theOthersHearOfALeaving() {
    enter(ANN);
    enter(BOB);

    room.leave(1);

    assertEquals(List.of(new RoomEvent.Left(RoomName.GENERAL, ANN, 1)), heard);
    assertEquals(List.of(BOB), room.members());
  }

  @Test
  void theLeavingOfSomebodyUnknownIsToldNobody() {
    enter(ANN);

    room.leave(2);

    assertEquals(List.of(), heard);
  }

  @Test
  void aNewNameIsTold() {
    enter(ANN);
    Participant renamed = ANN.named(new Nickname("Ann", "ann"));

    room.rename(renamed, ANN.name());

    assertEquals(List.of(new RoomEvent.Renamed(RoomName.GENERAL, renamed, ANN.name())), heard);
    assertEquals(List.of(renamed), room.members());
  }

  @Test
  void theNewNameOfSomebodyWhoLeftIsToldNobody() {
    room.rename(ANN.named(new Nickname("Ann", "ann")), ANN.name());

    assertEquals(List.of(), heard);
  }

  @Test
  void aMessageIsAcknowledgedBeforeTheOthersSeeIt() {
    enter(ANN);

    room.post(
        draft("hello", "r1"),
        Receipts.stored((message, again) -> heard.add(message.text() + again)));
    pool.runAll();

    assertEquals("hellofalse", heard.get(0));
    assertEquals("hello", ((RoomEvent.Posted) heard.get(1)).message().text());
    assertEquals(2, heard.size());
  }

  @Test
  void aRepetitionIsAcknowledgedAgainAndToldNobody() {
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
}
