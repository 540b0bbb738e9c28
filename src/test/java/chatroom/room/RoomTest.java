package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {
  private static final Participant ANN = People.user(1);
  private static final Participant BOB = People.user(2);

  private final QueuedExecutor pool = new QueuedExecutor();
  private final List<Object> heard = new ArrayList<>();
  private final Room room =
      new Room(
          RoomName.GENERAL,
          new Lane(pool, 5),
          new MemoryMessageLog(new ManualClock(), any -> true),
          0,
          new Timeline(0),
          heard::add);

  private void enter(Participant who) {
    room.enter(who, () -> {});
    heard.clear();
  }

  private List<Participant> members() {
    return room.members(100, 0);
  }

  private static Draft draft(String text, String ref) {
    return new Draft.Post(RoomName.GENERAL, ANN, text, ref);
  }

  @Test
  void whoEntersIsAMemberBeforeTheOthersHearOfIt() {
    enter(ANN);

    room.enter(BOB, () -> heard.addAll(members()));

    assertEquals(List.of(ANN, BOB, new RoomEvent.Joined(RoomName.GENERAL, BOB, 2)), heard);
  }

  @ParameterizedTest
  @CsvSource({
    "9, 0, 1 2 3 4",
    "4, 4, 1 2 3 4",
    "3, 0, 1 2 3",
    "3, 3, 1 2 3",
    "3, 4, 1 2 4",
    "1, 4, 4",
    "3, 9, 1 2 3",
  })
  void ofTooManyMembersThoseWhoCameFirstAreGivenAndTheOneWhoIsMeant(
      int limit, long included, String expected) {
    for (long id = 1; id <= 4; id++) {
      enter(People.user(id));
    }

    assertEquals(
        expected,
        room.members(limit, included).stream()
            .map(who -> Long.toString(who.id()))
            .collect(Collectors.joining(" ")));
    assertEquals(4, room.size());
  }

  @Test
  void theNewestNumberIsThatOfTheMessageThatWasToldLast() {
    enter(ANN);
    room.post(draft("one", "r1"), Receipts.unread());
    room.post(draft("two", "r2"), Receipts.unread());
    room.post(draft("one", "r1"), Receipts.unread());
    assertEquals(0, room.lastSeq());
    pool.runAll();

    assertEquals(2, room.lastSeq());
  }

  @Test
  void theOthersHearOfALeaving() {
    enter(ANN);
    enter(BOB);

    room.leave(1);

    assertEquals(List.of(new RoomEvent.Left(RoomName.GENERAL, ANN, 1)), heard);
    assertEquals(List.of(BOB), members());
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
    assertEquals(List.of(renamed), members());
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
