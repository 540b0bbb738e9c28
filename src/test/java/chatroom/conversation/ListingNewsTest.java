package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.room.RoomTerms;
import chatroom.wire.ClientMessage.ArchiveRoom;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.SetTopic;
import chatroom.wire.RoomChange.RoomsChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who lists the rooms learns that the list is another, and of no room what is not theirs. */
class ListingNewsTest {
  private final Hall hall = new Hall(new RoomTerms(true, 2_000));
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");

  ListingNewsTest() {
    List.of(ann, bob).forEach(Guest::heard);
  }

  private void soon() {
    hall.timer.pass(ListingNews.SOON);
  }

  private long news(Guest guest) {
    return guest.heard().stream().filter(RoomsChanged.class::isInstance).count();
  }

  @Test
  void aNewRoomIsNewsToEverybody() {
    ann.say(new CreateRoom("plans", null, null, null, null));
    assertEquals(List.of(), bob.heard());
    soon();
    assertEquals(List.of(new RoomsChanged(hall.chat.now())), bob.heard());
    assertEquals(1, news(ann));
  }

  @Test
  void soIsWhatARoomIsAboutAndThatNobodyWritesThereAnyMore() {
    ann.say(new CreateRoom("plans", null, null, null, null));
    soon();
    assertEquals(1, news(bob));
    ann.say(new SetTopic("plans", "What we do", null));
    hall.timer.pass(ListingNews.REST);
    assertEquals(1, news(bob));
    ann.say(new ArchiveRoom("plans", true, null));
    hall.timer.pass(ListingNews.REST);
    assertEquals(1, news(bob));
  }

  @Test
  void ofAPrivateRoomNobodyHears() {
    ann.say(new CreateRoom("plans", null, true, null, null));
    ann.say(new SetTopic("plans", "What we do", null));
    ann.say(new ArchiveRoom("plans", true, null));
    hall.timer.pass(ListingNews.REST);
    assertEquals(List.of(), bob.heard());
    assertEquals(0, news(ann));
  }

  @Test
  void aPlainClientIsNotTold() {
    Guest carl = hall.settled();
    ann.say(new CreateRoom("plans", null, null, null, null));
    soon();
    assertEquals(List.of(), carl.heard());
  }

  @Test
  void whatChangesNothingIsNoNews() {
    ann.say(new CreateRoom("plans", null, null, null, null));
    hall.timer.pass(ListingNews.REST);
    bob.heard();
    ann.say(new SetTopic("plans", "", null));
    ann.say(new ArchiveRoom("plans", false, null));
    hall.timer.pass(ListingNews.REST);
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void theMoreAreToldTheLongerItRests() {
    for (int i = 2; i < 2 * ListingNews.CLIENTS; i++) {
      hall.hello((String) null);
    }
    ann.say(new CreateRoom("plans", null, null, null, null));
    soon();
    bob.heard();
    ann.say(new CreateRoom("plots", null, null, null, null));
    hall.timer.pass(ListingNews.REST);
    assertEquals(0, news(bob));
    hall.timer.pass(ListingNews.REST);
    assertEquals(1, news(bob));
  }

  @Test
  void itIsToldOnceInAWhileHoweverMuchChanges() {
    for (int i = 0; i < 30; i++) {
      ann.say(new CreateRoom("plans" + i, null, null, null, null));
      hall.timer.pass(ListingNews.SOON);
    }
    assertEquals(2, news(bob));
    hall.timer.pass(ListingNews.REST);
    assertEquals(1, news(bob));
    hall.timer.pass(ListingNews.REST);
    assertEquals(0, news(bob));
  }
}
