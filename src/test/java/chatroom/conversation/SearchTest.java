package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.testing.QueuedExecutor;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Search;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Pong;
import chatroom.wire.StoredMessage.Message;
import chatroom.wire.StoredMessage.PrivateMessage;
import chatroom.wire.StoredMessage.SearchResults;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is told who looks for messages. */
class SearchTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.settled();
  private final Guest bob = hall.settled();

  private static Search search(@Nullable String query) {
    return new Search(query, null, null, null, "r");
  }

  private SearchResults asked(Guest guest, Search search) {
    guest.heard();
    guest.say(search);
    return (SearchResults) guest.heardOnly();
  }

  private static List<String> texts(SearchResults results) {
    return results.content().stream()
        .map(it -> it instanceof Message said ? said.content() : ((PrivateMessage) it).content())
        .toList();
  }

  private void assertRefused(Code code, Search search) {
    ann.heard();
    ann.say(search);

    Failure.Reason reason = ((Failure) ann.heardOnly()).content();
    assertEquals(code.wireName(), reason.code());
    assertEquals("r", reason.ref());
    assertFalse(reason.message().isEmpty());
  }

  private void say(Guest guest, String text, String room) {
    guest.say(new ClientMessage.JoinRoom(room, null));
    guest.say(new ClientMessage.Post(text, room, null, null));
  }

  @Test
  void allThatOneMayReadIsLookedThroughAndTheNewestComesFirst() {
    say(ann, "an apple", "general");
    say(bob, "apple pie", "random");
    bob.say(new ClientMessage.PrivatePost("1", "a secret apple", null, null));
    say(ann, "a pear", "general");

    SearchResults results = asked(ann, search("apple"));
    assertEquals(List.of("a secret apple", "apple pie", "an apple"), texts(results));
    assertFalse(results.hasMore());
    assertEquals("r", results.ref());
    assertEquals("@2", ((PrivateMessage) results.content().get(0)).room());
    assertEquals("random", ((Message) results.content().get(1)).room());
    assertEquals("@1", ((PrivateMessage) asked(bob, search("secret")).content().get(0)).room());
    assertEquals(List.of(), texts(asked(hall.settled(), search("secret"))));
  }

  @Test
  void oneRoomIsLookedThroughIfItIsNamedAndTheQueryHasTheLastWord() {
    say(ann, "apple one", "general");
    say(ann, "apple two", "random");
    bob.say(new ClientMessage.PrivatePost("1", "apple three", null, null));

    assertEquals(
        List.of("apple one"), texts(asked(ann, new Search("apple", "general", null, null, null))));
    assertEquals(List.of("apple two"), texts(asked(ann, search("in:random apple"))));
    assertEquals(
        List.of("apple three"),
        texts(asked(ann, new Search("apple in:@2", "general", null, null, null))));
    assertEquals(List.of(), texts(asked(hall.settled(), search("apple in:@2"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "@", "@0", "@x", "@1:2", "General", "'"})
  void aRoomThatIsNotThereIsRefused(String room) {
    assertRefused(Code.ROOM_NOT_FOUND, new Search("apple", room, null, null, "r"));
    assertRefused(Code.ROOM_NOT_FOUND, search("apple in:" + room));
  }

  @Test
  void aQuerySaysSomethingOrIsRefused() {
    assertRefused(Code.INVALID_FORMAT, search(null));
    assertRefused(Code.INVALID_FORMAT, search(" "));
    assertRefused(Code.INVALID_FORMAT, search("x".repeat(201)));
    assertRefused(Code.INVALID_FORMAT, search("apple before:tomorrow"));
    assertRefused(Code.INVALID_FORMAT, new Search("apple", null, null, -1L, "r"));
  }

  @ParameterizedTest
  @CsvSource({
    ",   ,   60 41 true",
    ",   50, 60 11 true",
    ",   51, 60 11 true",
    ",   999999999999999999, 60 11 true",
    ",   0,  none true",
    "11, ,   10 1 false",
    "11, 10, 10 1 false",
    "1,  ,   none false",
    "-5, ,   none false",
    "999999999999999999, 1, 60 60 true",
  })
  void aPageGoesOnBelowTheLastMessageOfTheOneBefore(Long before, Long limit, String expected) {
    IntStream.rangeClosed(1, 60).forEach(i -> ann.say("plum " + i));

    SearchResults page = asked(ann, new Search("plum", null, before, limit, null));
    List<Long> ids = page.content().stream().map(it -> ((Message) it).id()).toList();
    String span = ids.isEmpty() ? "none" : ids.get(0) + " " + ids.get(ids.size() - 1);
    assertEquals(expected, span + " " + page.hasMore());
  }

  @Test
  void aPageIsNoLargerThanOneOfHistory() {
    String text = "plum " + "x".repeat(10_000);
    IntStream.rangeClosed(1, 30).forEach(i -> ann.say(text));

    SearchResults page = asked(ann, new Search("plum", null, null, 50L, null));
    assertEquals(25, page.content().size());
    assertTrue(page.hasMore());
  }

  @Test
  void whatIsSaidMeanwhileIsHeardAndWhatIsAskedIsAnsweredInItsOrder() {
    QueuedExecutor slow = new QueuedExecutor();
    hall.searchers = slow;
    ann.say("a plum");
    List.of(ann, bob).forEach(Guest::heard);
    ann.say(search("plum"));
    ann.say(new ClientMessage.Ping("p"));
    bob.say("hello");
    assertEquals("hello", ((Message) ann.heardOnly()).content());
    slow.runAll();

    List<ServerMessage> heard = ann.heard();
    assertEquals(List.of("a plum"), texts((SearchResults) heard.get(0)));
    assertEquals(new Pong(Hall.NOW, "p"), heard.get(1));
  }

  @Test
  void whatHasNotBeenToldYetIsNotFound() {
    QueuedExecutor slow = new QueuedExecutor();
    hall.searchers = slow;
    ann.say("plum one");
    bob.heard();
    bob.say(search("plum"));
    ann.say("plum two");
    bob.heard();
    slow.runAll();

    assertEquals(List.of("plum one"), texts((SearchResults) bob.heardOnly()));
  }

  @Test
  void whoLeavesMeanwhileIsToldNothing() {
    QueuedExecutor slow = new QueuedExecutor();
    hall.searchers = slow;
    ann.say(search("plum"));
    ann.end(Disconnect.PEER_LEFT);
    bob.heard();
    slow.runAll();

    assertEquals(1, bob.heard().size(), "the others hear of the leaving");
  }

  @Test
  void whenTooManyWaitOneMoreIsRefusedAndLaterNot() {
    QueuedExecutor slow = new QueuedExecutor();
    hall.searchers = slow;
    List<Guest> many =
        IntStream.range(0, Searches.MAX_UNDER_WAY).mapToObj(i -> hall.settled()).toList();
    many.forEach(it -> it.say(search("plum")));
    ann.heard();
    ann.say(search("plum"));

    assertEquals(Failure.of(Refusals.unavailable().answering("r"), Hall.NOW), ann.heardOnly());
    slow.runAll();
    ann.say(search("plum"));
    slow.runAll();
    assertEquals(List.of(), texts((SearchResults) ann.heardOnly()));
  }

  @Test
  void aQuestionIsChargedAsOne() {
    Guest hasty = new Hall().settled();
    for (int i = 0; i < 101; i++) {
      hasty.say(search("plum"));
    }

    Failure last = (Failure) hasty.heard().get(100);
    assertEquals(Code.RATE_LIMITED.wireName(), last.content().code());
    assertEquals("r", last.content().ref());
  }

  @Test
  void whatCannotBeReadIsUnavailable() {
    Rejection tooLong = new Rejection(Code.UNAVAILABLE, "narrow it down");
    assertEquals(List.of("found"), Looking.outcome(request -> Looking.NOTHING));
    assertEquals(
        List.of("Try again"),
        Looking.outcome(
            request -> {
              throw new chatroom.room.Unavailable("on purpose");
            }));
    assertEquals(
        List.of("narrow it down"),
        Looking.outcome(
            request -> {
              throw tooLong;
            }));
  }

  @Test
  void whatBreaksIsAnsweredToo() {
    assertEquals(
        List.of("Try again", "broken"),
        Looking.outcome(
            request -> {
              throw new IllegalStateException("broken");
            }));
  }
}
