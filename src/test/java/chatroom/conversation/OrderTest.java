package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.GetStats;
import chatroom.wire.ClientMessage.Ping;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.UserRenamed;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.NameChanged;
import chatroom.wire.SessionMessage.Pong;
import chatroom.wire.SessionMessage.Stats;
import chatroom.wire.StoredMessage.Message;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one says is done and answered in that order, however long the log and the names take. */
class OrderTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.enter();
  private final Guest bob = hall.enter();

  @BeforeEach
  void slow() {
    List.of(ann, bob).forEach(Guest::heard);
    hall.log.slowDown();
    hall.guests.slowDown();
  }

  private static Post post(String text) {
    return new Post(text, null, text, null);
  }

  private static Ack ack(String ref, long number) {
    return new Ack(Hall.NOW, ref, number, number, "general");
  }

  private static ServerMessage unavailable(String ref) {
    return Failure.of(Refusals.unavailable().answering(ref), Hall.NOW);
  }

  private static List<Class<?>> types(List<ServerMessage> heard) {
    return heard.stream().<Class<?>>map(Object::getClass).toList();
  }

  @Test
  void messagesAreStoredTogetherAndAcknowledgedWhenTheyAre() {
    ann.say(post("a"));
    ann.say(post("b"));
    assertEquals(2, hall.log.size());
    assertEquals(List.of(), ann.heard());
    hall.log.commitOne();
    assertEquals(ack("a", 1), ann.heardOnly());
    hall.log.commitOne();
    assertEquals(ack("b", 2), ann.heardOnly());
  }

  @Test
  void aQuestionIsAnsweredAfterTheMessageBeforeItAndSeesIt() {
    ann.say(post("a"));
    ann.say(new GetStats(null));
    ann.say(new Ping("p"));
    ann.say(post("b"));
    assertEquals(List.of(), ann.heard());
    assertEquals(1, hall.log.size());
    hall.log.commit();

    List<ServerMessage> heard = ann.heard();
    assertEquals(List.of(Ack.class, Stats.class, Pong.class, Ack.class), types(heard));
    assertEquals(1, ((Stats) heard.get(1)).content().messagesStored());
  }

  @Test
  void whatIsRefusedIsAnsweredInItsTurnToo() {
    ann.say(post("a"));
    ann.say(new Post("b", "nowhere", "b", null));
    ann.conversation.tooLarge();
    assertEquals(List.of(), ann.heard());
    hall.log.commit();

    assertEquals(
        List.of(
            ack("a", 1),
            Failure.of(new Rejection(Code.ROOM_NOT_FOUND).answering("b"), Hall.NOW),
            Failure.of(new Rejection(Code.MESSAGE_TOO_LARGE), Hall.NOW)),
        ann.heard());
  }

  @Test
  void nothingElseWaits() {
    ann.say(post("a"));
    bob.say(new Ping("p"));

    assertEquals(new Pong(Hall.NOW, "p"), bob.heardOnly());
  }

  @Test
  void aPrivateMessageIsAcknowledgedAfterTheMessageBeforeIt() {
    ann.say(post("a"));
    ann.say(new PrivatePost("2", "b", "b", null));
    hall.log.commit();

    assertEquals(List.of(Ack.class, PrivateMessageSent.class, Ack.class), types(ann.heard()));
  }

  @Test
  void whatIsSaidAfterARenamingIsSaidUnderTheNewName() {
    ann.say(post("a"));
    ann.say(new SetName("Ann", null));
    ann.say(post("b"));
    hall.log.commit();
    assertEquals(ack("a", 1), ann.heardOnly());
    bob.heard();
    assertEquals(0, hall.log.size());
    hall.guests.keep();
    hall.log.commit();

    assertEquals(List.of(NameChanged.class, Ack.class), types(ann.heard()));
    List<ServerMessage> heard = bob.heard();
    assertEquals(List.of(UserRenamed.class, Message.class), types(heard));
    assertEquals("Ann", ((Message) heard.get(1)).fromName());
  }

  @Test
  void aNameThatIsBeingKeptIsNotSaidYetAndNobodyElseCanHaveIt() {
    ann.say(new SetName("Ann", null));
    bob.say(new SetName("Ann", "r"));

    assertEquals(
        Failure.of(new Rejection(Code.NAME_TAKEN).answering("r"), Hall.NOW), bob.heardOnly());
    assertEquals(List.of(), ann.heard());
  }

  @Test
  void aNameThatCannotBeKeptIsRefusedAndTheOldOneStays() {
    hall.guests.setAway(true);
    ann.say(new SetName("Ann", "r"));
    hall.guests.keep();
    assertEquals(unavailable("r"), ann.heardOnly());
    assertEquals(List.of(), bob.heard());
    hall.guests.setAway(false);
    bob.say(new SetName("Ann", null));
    hall.guests.keep();

    assertEquals(NameChanged.class, bob.heardOnly().getClass());
  }

  @Test
  void aMessageThatIsNotStoredIsRefusedAndNobodySeesIt() {
    ann.say(post("a"));
    ann.say(new Post("no ref", null, null, null));
    hall.log.refuse();

    assertEquals(
        List.of(unavailable("a"), Failure.of(Refusals.unavailable(), Hall.NOW)), ann.heard());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void whoLeavesHasSaidWhatTheySaidBefore() {
    ann.say(new SetName("Ann", null));
    ann.say(post("a"));
    ann.end(Disconnect.PEER_LEFT);
    assertEquals(List.of(), bob.heard());
    hall.guests.keep();
    hall.log.commit();

    assertEquals(List.of(UserRenamed.class, Message.class, Leave.class), types(bob.heard()));
  }

  @Test
  void whoHasTooMuchUnderWayIsRefusedTheRest() {
    for (int i = 0; i < Turns.CAPACITY; i++) {
      ann.say(post("m" + i));
    }
    ann.say(post("too much"));

    assertEquals(unavailable("too much"), ann.heardOnly());
    hall.log.commit();
    assertEquals(Turns.CAPACITY, ann.heard().size());
    ann.say(new ClientMessage.Ping("p"));
    assertEquals(new Pong(Hall.NOW, "p"), ann.heardOnly());
  }
}
