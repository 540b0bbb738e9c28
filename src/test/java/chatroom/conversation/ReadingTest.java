package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Unread;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.MarkRead;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.RoomMessage.Rooms.Listed;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.Signal.MarkedRead;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far one has read is one's own. */
class ReadingTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello("Ann");

  private static MarkRead upTo(@Nullable String room, @Nullable Long seq) {
    return new MarkRead(room, seq, "r");
  }

  private void others(String... texts) {
    Guest other = hall.settled();
    List.of(texts).forEach(other::say);
    other.end(Disconnect.PEER_LEFT);
    ann.heard();
  }

  private ServerMessage marked(long seq, int unread) {
    return MarkedRead.of("general", seq, new Unread(unread, 0), "r", Hall.NOW);
  }

  private static Listed listed(String name, int online, long lastSeq, boolean joined) {
    return new Listed(
        name, null, "", online, lastSeq, joined, null, null, null, null, true, null, null);
  }

  private ServerMessage answer(ClientMessage said) {
    ann.say(said);
    return ann.heardOnly();
  }

  private Listed general(Guest reader) {
    reader.heard();
    reader.say(new ClientMessage.GetRooms(null));
    return ((Rooms) reader.heardOnly()).content().get(0);
  }

  @Test
  void whatWasSaidBeforeOneCameIsRead() {
    others("before");
    Guest bob = hall.hello("Bob");
    others("after", "and more");

    assertEquals(listed("general", 2, 3, true).with(1, new Unread(2, 0)), general(bob));
    assertEquals(3, general(ann).unread());
  }

  @Test
  void aMarkGrowsUpToTheNewestAndNeverBack() {
    ann.heard();
    others("1", "2", "3", "4");

    assertEquals(marked(2, 2), answer(upTo("general", 2L)));
    assertEquals(marked(2, 2), answer(upTo(null, 0L)));
    assertEquals(marked(4, 0), answer(upTo("general", Long.MAX_VALUE)));
    assertEquals(marked(4, 0), answer(upTo("general", 3L)));
    others("5");
    assertEquals(1, general(ann).unread());
  }

  @Test
  void whatOneSaysOneselfIsNotUnread() {
    ann.say("mine");

    assertEquals(0, general(ann).unread());
  }

  @Test
  void ofRoomsThatOneIsNotInNothingIsCounted() {
    ann.heard();
    ann.say(new ClientMessage.GetRooms("r"));
    Rooms rooms = (Rooms) ann.heardOnly();

    assertEquals(
        List.of(
            listed("general", 1, 0, true).with(0, new Unread(0, 0)),
            listed("random", 0, 0, false),
            listed("gaming", 0, 0, false)),
        rooms.content());
    assertEquals("r", rooms.ref());
  }

  @Test
  void aMarkIsToldWhenItIsKeptAndWhatIsAskedThenComesAfter() {
    ann.heard();
    others("1", "2");
    hall.notes.slowDown();
    ann.say(upTo("general", 2L));
    ann.say(new ClientMessage.GetRooms(null));
    assertEquals(List.of(), ann.heard());
    hall.notes.keep();

    List<ServerMessage> news = ann.heard();
    assertEquals(marked(2, 0), news.get(0));
    assertEquals(0, ((Rooms) news.get(1)).content().get(0).unread());
  }

  @Test
  void whatCannotBeKeptIsRefusedAndNotSo() {
    ann.heard();
    others("1", "2");
    hall.notes.setAway(true);

    assertEquals(
        Failure.of(Refusals.unavailable().answering("r"), Hall.NOW), answer(upTo("general", 2L)));
    hall.notes.setAway(false);
    assertEquals(2, general(ann).unread());
  }

  @Test
  void whoComesBackHasTheirMarks() {
    ann.heard();
    others("1", "2", "3");
    ann.say(upTo("general", 1L));
    String token = ann.token();
    ann.end(Disconnect.PEER_LEFT);
    others("4");
    Guest back = hall.resume(token, 0);

    assertEquals(3, general(back).unread());
  }

  @Test
  void whoCannotBeGivenTheirMarksIsTurnedAway() {
    String token = ann.token();
    ann.end(Disconnect.PEER_LEFT);
    hall.notes.setAway(true);
    Guest back = hall.resume(token, 0);

    assertEquals(Failure.of(Refusals.unavailable(), Hall.NOW), back.heardOnly());
  }

  @Test
  void aPlainClientHasMarksWhileItIsHere() {
    Guest plain = hall.settled();
    others("1", "2");
    plain.heard();
    plain.say(upTo("general", 1L));

    assertEquals(marked(1, 1), plain.heardOnly());
    assertEquals(1, general(plain).unread());
  }

  @Test
  void privateChatsAreListedWithWhatIsUnread() {
    Guest bob = hall.hello("Bob");
    bob.say(new ClientMessage.PrivatePost("" + ann.id(), "psst", null, null));
    bob.say(new ClientMessage.PrivatePost("" + ann.id(), "there?", null, null));
    ann.heard();
    bob.heard();
    String name = "@" + bob.id();

    assertEquals(Listed.privateChat(name, "Bob", 2).with(0, new Unread(2, 0)), lastListed(ann));
    assertEquals(
        Listed.privateChat("@" + ann.id(), "Ann", 2).with(0, new Unread(0, 0)), lastListed(bob));
    assertEquals(MarkedRead.of(name, 1, new Unread(1, 0), "r", Hall.NOW), answer(upTo(name, 1L)));
    assertEquals(MarkedRead.of(name, 2, new Unread(0, 0), "r", Hall.NOW), answer(upTo(name, 99L)));
    assertEquals(List.of(), bob.heard());
  }

  private Listed lastListed(Guest reader) {
    reader.say(new ClientMessage.GetRooms(null));
    List<Listed> all = ((Rooms) reader.heardOnly()).content();
    return all.get(all.size() - 1);
  }

  @Test
  void aPrivateChatWithoutMessagesHasNothingToRead() {
    ann.heard();

    assertEquals(MarkedRead.of("@77", 0, new Unread(0, 0), "r", Hall.NOW), answer(upTo("@77", 5L)));
  }

  @Test
  void whatCannotBeReadIsRefused() {
    ann.heard();
    assertRefused(Code.INVALID_FORMAT, upTo("general", null));
    assertRefused(Code.INVALID_FORMAT, upTo("general", -1L));
    assertRefused(Code.NOT_IN_ROOM, upTo("random", 1L));
    assertRefused(Code.ROOM_NOT_FOUND, upTo("nowhere", 1L));
    assertRefused(Code.ROOM_NOT_FOUND, upTo("@x", 1L));
  }

  private void assertRefused(Code code, MarkRead said) {
    assertEquals(Failure.of(new Rejection(code).answering("r"), Hall.NOW), answer(said));
  }
}
