package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.testing.StuckTransport;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.GetHistory;
import chatroom.wire.ClientMessage.GetUsers;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Pong;
import chatroom.wire.SessionMessage.Stats;
import chatroom.wire.StoredMessage;
import chatroom.wire.StoredMessage.History;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.settled();

  private static GetHistory history(
      @Nullable String room, @Nullable Long before, @Nullable Long after, @Nullable Long limit) {
    return new GetHistory(room, before, after, limit, "r");
  }

  private void assertRefused(Code code, ClientMessage question) {
    ann.say(question);

    assertEquals(Failure.of(new Rejection(code).answering("r"), Hall.NOW), ann.heardOnly());
  }

  private static List<Long> seqs(ServerMessage history) {
    return ((History) history)
        .content().stream()
            .map(
                it ->
                    it instanceof StoredMessage.PrivateMessage whisper
                        ? whisper.seq()
                        : ((StoredMessage.Message) it).seq())
            .toList();
  }

  @Test
  void aPingIsAnsweredWithItsRef() {
    ann.say(new ClientMessage.Ping("r"));
    assertEquals(new Pong(Hall.NOW, "r"), ann.heardOnly());

    ann.say(new ClientMessage.Ping(null));
    assertEquals(new Pong(Hall.NOW, null), ann.heardOnly());
  }

  @Test
  void theUsersAreThoseOfTheRoom() {
    hall.settled();
    ann.heard();
    ann.say(new GetUsers("general", "r"));

    Users users = (Users) ann.heardOnly();
    assertEquals(2, users.usersOnline());
    assertEquals(List.of(1L, 2L), users.content().stream().map(Users.User::id).toList());
  }

  @Test
  void theUsersOfARoomThatIsNotThereAreRefused() {
    assertRefused(Code.ROOM_NOT_FOUND, new GetUsers("nowhere", "r"));
  }

  @Test
  void theStatsCountWhatThereIs() {
    ann.say("hello");
    hall.node.clock.pass(Duration.ofSeconds(5));
    ann.say(new ClientMessage.GetStats(null));

    Stats.Figures figures = ((Stats) ann.heardOnly()).content();
    assertEquals(1, figures.usersOnline());
    assertEquals(5, figures.uptimeSeconds());
    assertEquals(1, figures.connections());
    assertEquals(100, figures.maxClients());
    assertEquals(1, figures.messagesStored());
  }

  @ParameterizedTest
  @CsvSource({
    ",   ,   ,    4 5 6",
    ",   ,   2,   5 6",
    "4,  ,   ,    1 2 3",
    "4,  ,   1,   3",
    ",   4,  ,    5 6",
    ",   0,  2,   1 2",
    ",   ,   0,   ''",
    "1,  ,   ,    ''",
    "0,  ,   ,    ''",
    "-5, ,   ,    ''",
    ",   99, ,    ''",
    ",   ,   999999999999999999, 1 2 3 4 5 6",
  })
  void aHistoryBeginsWhereItIsAskedTo(Long before, Long after, Long limit, String expected) {
    IntStream.rangeClosed(1, 6).forEach(i -> ann.say("m" + i));
    ann.say(history(null, before, after, limit));

    List<Long> wanted =
        expected.isEmpty()
            ? List.of()
            : List.of(expected.split(" ", -1)).stream().map(Long::valueOf).toList();
    assertEquals(wanted, seqs(ann.heardOnly()));
  }

  @Test
  void moreThanTwoHundredAreNotGivenAtOnce() {
    IntStream.rangeClosed(1, 205).forEach(i -> ann.say("m" + i));
    ann.say(history("general", null, 0L, 999L));

    History history = (History) ann.heardOnly();
    assertEquals(200, history.content().size());
    assertEquals(true, history.hasMore());
  }

  @Test
  void aHistoryThatContradictsItselfIsRefused() {
    assertRefused(Code.INVALID_FORMAT, history(null, 1L, 1L, null));
    assertRefused(Code.INVALID_FORMAT, history(null, null, null, -1L));
  }

  @Test
  void aPrivateChatIsReadByItsTwoAndByNobodyElse() {
    Guest bob = hall.settled();
    Guest eve = hall.settled();
    ann.say(new ClientMessage.PrivatePost("2", "psst", null, null));
    List.of(ann, bob, eve).forEach(Guest::heard);
    ann.say(history("@2", null, null, null));
    bob.say(history("@1", null, null, null));
    eve.say(history("@1", null, null, null));

    History anns = (History) ann.heardOnly();
    assertEquals("@2", anns.room());
    assertEquals(List.of(1L), seqs(anns));
    History bobs = (History) bob.heardOnly();
    assertEquals("@1", bobs.room());
    assertEquals("@1", ((StoredMessage.PrivateMessage) bobs.content().get(0)).room());
    assertEquals(List.of(), seqs(eve.heardOnly()));
  }

  @ParameterizedTest
  @CsvSource({"nowhere", "@", "@0", "@x", "@1:2", "@-1", "@01", "General"})
  void theHistoryOfARoomThatIsNotThereIsRefused(String room) {
    assertRefused(Code.ROOM_NOT_FOUND, history(room, null, null, null));
  }

  @Test
  void questionsHaveABoundOfTheirOwn() {
    Guest bob = new Hall().settled();
    for (int i = 0; i < 101; i++) {
      bob.say(new ClientMessage.Ping("r"));
    }

    List<ServerMessage> heard = bob.heard();
    assertEquals(new Pong(Hall.NOW, "r"), heard.get(99));
    assertEquals(
        new Failure.Reason("Too many messages", "rate_limited", "r", 10L),
        ((Failure) heard.get(100)).content());
  }

  @Test
  void whoDoesNotReadAnswersGetsNoMoreOfThem() {
    StuckTransport stuck = new StuckTransport();
    Client client = hall.node.client(stuck);
    Conversation conversation = Conversation.begin(hall.chat, client, Entrance.open());
    ann.say("x".repeat(2_000));
    for (int i = 0; i < 10; i++) {
      conversation.receive(history(null, null, null, null));
    }

    // A thousand bytes may be unread, and one answer of two thousand is begun below that.
    long unread = client.unreadAnswerBytes();
    assertEquals(true, unread > 1_000 && unread < 5_000, unread + " bytes");
  }
}
