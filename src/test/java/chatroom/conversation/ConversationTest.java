package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.RoomMessage.UserRenamed;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.NameChanged;
import chatroom.wire.SessionMessage.Pong;
import chatroom.wire.StoredMessage;
import chatroom.wire.StoredMessage.PrivateMessage;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ann does, and what she, Bob and Eve hear of it. */
class ConversationTest {
  private final Hall hall = new Hall();
  private final Guest ann = hall.enter();
  private final Guest bob = hall.enter();
  private final Guest eve = hall.enter();

  @BeforeEach
  void settle() {
    List.of(ann, bob, eve).forEach(Guest::heard);
  }

  private void assertNobodyElseHears() {
    assertEquals(List.of(), bob.heard());
    assertEquals(List.of(), eve.heard());
  }

  private void assertRefused(Code code, @Nullable String ref, ClientMessage message) {
    ann.say(message);

    assertEquals(Failure.of(new Rejection(code).answering(ref), Hall.NOW), ann.heardOnly());
    assertNobodyElseHears();
  }

  @Test
  void aMessageGoesToTheOthersAndNotBackToItsAuthor() {
    ann.say("hello");

    assertEquals(List.of(), ann.heard());
    StoredMessage.Message heard = (StoredMessage.Message) bob.heardOnly();
    assertEquals("hello", heard.content());
    assertEquals(1, heard.fromId());
    assertEquals(1, heard.seq());
    assertEquals(heard, eve.heardOnly());
  }

  @Test
  void aMessageWithARefIsAcknowledged() {
    ann.say("first");
    ann.say(new Post("second", "general", "r", null));

    assertEquals(new Ack(Hall.NOW, "r", 2, 2, "general"), ann.heardOnly());
  }

  @Test
  void theSameRefAgainIsTheSameAckAndNothingElse() {
    ann.say(new Post("hello", null, "r", null));
    ServerMessage ack = ann.heardOnly();
    bob.heard();
    eve.heard();
    ann.say(new Post("hello", null, "r", null));

    assertEquals(ack, ann.heardOnly());
    assertNobodyElseHears();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "")
  void aMessageOfNothingIsIgnored(@Nullable String content) {
    ann.say(new Post(content, null, "r", null));

    assertEquals(List.of(), ann.heard());
    assertNobodyElseHears();
    assertEquals(0, hall.log.stored());
  }

  @Test
  void aMessageOfSpacesIsAMessage() {
    ann.say(" ");

    assertEquals(" ", ((StoredMessage.Message) bob.heardOnly()).content());
  }

  @Test
  void aRoomThatIsNotThereIsRefusedAndNobodyElseHears() {
    assertRefused(Code.ROOM_NOT_FOUND, "r", new Post("hello", "nowhere", "r", null));
    assertRefused(Code.ROOM_NOT_FOUND, null, new Post("hello", "@2", null, null));
    assertEquals(0, hall.log.stored());
  }

  @Test
  void aPrivateMessageGoesToBothAndToNobodyElse() {
    ann.say(new PrivatePost("2", "psst", "r", null));

    PrivateMessage heard = (PrivateMessage) bob.heardOnly();
    assertEquals("psst", heard.content());
    assertEquals("@1", heard.room());
    List<ServerMessage> own = ann.heard();
    PrivateMessageSent sent = (PrivateMessageSent) own.get(0);
    assertEquals("@2", sent.room());
    assertEquals(2, sent.toId());
    assertEquals(new Ack(Hall.NOW, "r", sent.id(), sent.seq(), "@2"), own.get(1));
    assertEquals(2, own.size());
    assertEquals(List.of(), eve.heard());
  }

  @Test
  void aPrivateMessageRepeatedIsAcknowledgedAndNotSentAgain() {
    ann.say(new PrivatePost("2", "psst", "r", null));
    ServerMessage ack = ann.heard().get(1);
    bob.heard();
    ann.say(new PrivatePost("2", "psst", "r", null));

    assertEquals(ack, ann.heardOnly());
    assertNobodyElseHears();
  }

  @Test
  void aPrivateMessageToNobodyIsRefusedEvenIfItIsEmpty() {
    for (String id : new String[] {"99", "0", "-1", "1.0", "", "Bob", "1E+2"}) {
      assertRefused(Code.USER_NOT_FOUND, "r", new PrivatePost(id, "psst", "r", null));
    }
    assertRefused(Code.USER_NOT_FOUND, null, new PrivatePost(null, "psst", null, null));
    assertRefused(Code.USER_NOT_FOUND, null, new PrivatePost("99", "", null, null));
  }

  @Test
  void aPrivateMessageOfNothingIsIgnored() {
    ann.say(new PrivatePost("2", "", "r", null));

    assertEquals(List.of(), ann.heard());
    assertNobodyElseHears();
  }

  @Test
  void aPrivateMessageToOneselfIsHeardBothWays() {
    ann.say(new PrivatePost("1", "note", null, null));

    assertEquals(
        List.of(PrivateMessage.class, PrivateMessageSent.class),
        ann.heard().stream().map(Object::getClass).toList());
  }

  @Test
  void aNewNameIsToldToOneselfAndToTheOthers() {
    ann.say(new SetName("Ann", "r"));

    assertEquals(new NameChanged(Hall.NOW, new NameChanged.Names("User1", "Ann")), ann.heardOnly());
    assertEquals(
        new UserRenamed(Hall.NOW, 1, "Ann", "general", new UserRenamed.Renaming(1, "User1", "Ann")),
        bob.heardOnly());
    ann.say("hello");
    assertEquals("Ann", ((StoredMessage.Message) bob.heardOnly()).fromName());
  }

  @Test
  void aNameThatIsNotAllowedOrTakenIsRefusedAndNobodyElseHears() {
    bob.say(new SetName("Bob", null));
    List.of(ann, bob, eve).forEach(Guest::heard);

    assertRefused(Code.INVALID_NAME, "r", new SetName(null, "r"));
    assertRefused(Code.INVALID_NAME, null, new SetName(" ", null));
    assertRefused(Code.NAME_TAKEN, "r", new SetName("BOB", "r"));
    assertRefused(Code.NAME_TAKEN, null, new SetName("User2", null));
  }

  @Test
  void theNameOneHasAlreadyIsConfirmedAndToldNobody() {
    ann.say(new SetName("User1", null));

    assertEquals(
        new NameChanged(Hall.NOW, new NameChanged.Names("User1", "User1")), ann.heardOnly());
    assertNobodyElseHears();
  }

  @Test
  void whoTalksTooMuchIsToldWhenToTryAgainAndNobodyElseHearsOfIt() {
    for (int i = 0; i < 4 * Hall.ACTS_PER_SECOND; i++) {
      ann.say("hello");
    }
    assertEquals(List.of(), ann.heard());
    List.of(bob, eve).forEach(it -> assertEquals(40, it.heard().size()));
    ann.say(new Post("too much", null, "r", null));

    Failure failure = (Failure) ann.heardOnly();
    assertEquals(
        new Failure.Reason("Too many messages", "rate_limited", "r", 100L), failure.content());
    assertNobodyElseHears();
    assertEquals(40, hall.log.stored());
  }

  @Test
  void receiptsAreToldToOthersAndCountAsMuchAsTalking() {
    bob.say("read me");
    long id = ((StoredMessage.Message) ann.heardOnly()).id();
    eve.heard();
    for (int i = 0; i < 4 * Hall.ACTS_PER_SECOND; i++) {
      ann.say(new ClientMessage.Read(id, null));
    }
    List.of(ann, bob).forEach(Guest::heard);
    ann.say(new ClientMessage.Read(id, "r"));

    Failure failure = (Failure) ann.heardOnly();
    assertEquals(
        new Failure.Reason("Too many messages", "rate_limited", "r", 100L), failure.content());
    assertNobodyElseHears();
    ann.say(new ClientMessage.Ping("p"));
    assertEquals(new Pong(Hall.NOW, "p"), ann.heardOnly());
  }

  @Test
  void aTextThatIsTooLargeOrBinaryIsRefusedAndNobodyElseHears() {
    ann.conversation.tooLarge();
    assertEquals(Failure.of(new Rejection(Code.MESSAGE_TOO_LARGE), Hall.NOW), ann.heardOnly());
    ann.conversation.binary();
    assertEquals("unsupported", ((Failure) ann.heardOnly()).content().code());
    assertNobodyElseHears();
  }

  @Test
  void rubbishCostsAsMuchAsQuestions() {
    for (int i = 0; i < 100; i++) {
      ann.conversation.tooLarge();
    }
    ann.heard();
    ann.conversation.tooLarge();

    assertEquals("rate_limited", ((Failure) ann.heardOnly()).content().code());
    ann.say("but talking goes on");
    assertTrue(bob.heardOnly() instanceof StoredMessage.Message);
  }
}
