package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Body;
import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.MessageSearch;
import chatroom.room.MessageSearch.Found;
import chatroom.room.MessageSearch.Request;
import chatroom.room.Reaction;
import chatroom.room.RoomName;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link MessageSearch} finds, and what it does not. */
public abstract class MessageSearchContract extends SearchTextsContract {
  @Test
  void theNewestComesFirstWhateverItsRoomOrPlaceInIt() {
    append(GENERAL, 1, null, "apple one");
    append(RANDOM, 1, null, "apple two");
    append(PRIVATE, 2, null, "apple three");
    append(GENERAL, 1, null, "apple apple apple");

    assertEquals(
        List.of("apple apple apple", "apple three", "apple two", "apple one"), texts("apple", 1));
  }

  @Test
  void aPrivateChatIsFoundByItsTwoAlone() {
    append(PRIVATE, 1, null, "secret between");
    append(RoomName.between(3, 3), 3, null, "secret alone");
    append(RoomName.between(11, 12), 11, null, "secret of others");

    assertEquals(List.of("secret between"), texts("secret", 1));
    assertEquals(List.of("secret between"), texts("secret", 2));
    assertEquals(List.of("secret alone"), texts("secret", 3));
    assertEquals(List.of(), texts("secret", 4));
  }

  @Test
  void aPageIsFullHoweverMuchOfWhatIsAskedForMayNotBeRead() {
    append(GENERAL, 1, null, "pear first");
    append(IntStream.range(0, 400).mapToObj(i -> draft(SHUT, 1, null, "pear shut")).toList());
    append(GENERAL, 1, null, "pear last");
    append(IntStream.range(0, 40).mapToObj(i -> draft(SHUT, 1, null, "pear shut")).toList());

    Found one = find(request("pear", 2, Long.MAX_VALUE, 1));
    assertEquals(List.of("pear last"), texts(one));
    assertTrue(one.hasMore());
    Found both = find(request("pear", 2, Long.MAX_VALUE, 2));
    assertEquals(List.of("pear last", "pear first"), texts(both));
    assertFalse(both.hasMore());
  }

  @Test
  void aRoomThatMayNotBeReadIsFoundEmpty() {
    append(SHUT, 1, null, "pear");

    assertEquals(List.of(), texts(find(in(request("pear", 1, Long.MAX_VALUE, 9), SHUT))));
    assertEquals(List.of(), texts("pear", 1));
  }

  @Test
  void pageByPageNothingIsMissedAndNothingComesTwice() {
    append(
        IntStream.range(0, 23)
            .mapToObj(i -> draft(i % 2 == 0 ? GENERAL : PRIVATE, 1, null, "plum " + i))
            .toList());
    List<ChatMessage> all = new ArrayList<>();
    Found page = find(request("plum", 1, Long.MAX_VALUE, 5));
    all.addAll(page.messages());
    while (page.hasMore()) {
      page = find(request("plum", 1, all.get(all.size() - 1).id(), 5));
      all.addAll(page.messages());
    }

    List<String> wanted =
        new ArrayList<>(IntStream.range(0, 23).mapToObj(i -> "plum " + i).toList());
    Collections.reverse(wanted);
    assertEquals(wanted, all.stream().map(ChatMessage::text).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 3, 10 9 8, true",
    "9223372036854775807, 10, 10 9 8 7 6 5 4 3 2 1, false",
    "4, 3, 3 2 1, false",
    "4, 2, 3 2, true",
    "4, 0, '', true",
    "1, 3, '', false",
    "1, 0, '', false",
    "0, 3, '', false",
    "-9223372036854775808, 3, '', false",
  })
  void aPageIsWhatIsOlderThanItsBeginning(long before, int limit, String ids, boolean more) {
    fill(GENERAL, 10);
    append(GENERAL, 1, null, "x");
    Found found = find(request("from:1", 2, Math.min(before, 11), limit));

    assertEquals(
        ids,
        String.join(" ", found.messages().stream().map(it -> Long.toString(it.id())).toList()));
    assertEquals(more, found.hasMore());
  }

  @Test
  void anAuthorIsMeantByNumberOrByTheNameOfThen() {
    append(GENERAL, 1, null, "fig of one");
    append(GENERAL, 2, null, "fig of two");
    append(PRIVATE, 1, null, "fig in private");

    assertEquals(List.of("fig in private", "fig of one"), texts("fig from:1", 1));
    assertEquals(List.of("fig of two"), texts("from:user2", 1));
    assertEquals(List.of("fig of two"), texts("from:\"USER2\" fig", 1));
    assertEquals(List.of(), texts("from:3", 1));
    assertEquals(List.of(), texts("from:user", 1));
    assertEquals(List.of(), texts("from:'--", 1));
    assertEquals(List.of(), texts("from:\"\"", 1));
  }

  @Test
  void oneRoomIsLookedInIfItIsNamed() {
    append(GENERAL, 1, null, "kiwi here");
    append(RANDOM, 1, null, "kiwi there");
    append(PRIVATE, 1, null, "kiwi in private");
    for (RoomName room : List.of(GENERAL, RANDOM, PRIVATE)) {
      assertEquals(
          List.of(room),
          find(in(request("kiwi", 1, Long.MAX_VALUE, 9), room)).messages().stream()
              .map(ChatMessage::room)
              .toList());
    }
    assertEquals(List.of(), texts(find(in(request("kiwi", 3, Long.MAX_VALUE, 9), PRIVATE))));
    assertEquals(
        List.of("kiwi there"), texts(find(in(request("in:x", 3, Long.MAX_VALUE, 9), RANDOM))));
  }

  private static Request in(Request request, RoomName room) {
    return new Request(
        request.query(),
        request.reader(),
        request.access(),
        Optional.of(room),
        request.beforeId(),
        request.limit());
  }

  @ParameterizedTest
  @CsvSource({
    "after:2026-01-03, 4 3 2",
    "before:2026-01-04, 3 2 1",
    "after:2026-01-03 before:2026-01-04, 3 2",
    "after:2026-01-04 before:2026-01-04, ''",
    "after:2026-01-05, ''",
    "before:2026-01-02, ''",
    "before:9999-12-31, 4 3 2 1",
    "after:0000-01-01, 4 3 2 1",
    "plum before:2026-01-03, 1",
  })
  void aTimeIsOfWholeDays(String query, String ids) {
    append(GENERAL, 1, null, "plum in the night");
    clock.pass(Duration.between(ManualClock.START, Instant.parse("2026-01-03T00:00:00Z")));
    append(GENERAL, 1, null, "plum at midnight");
    clock.pass(Duration.ofDays(1).minusMillis(1));
    append(PRIVATE, 1, null, "plum before midnight");
    clock.pass(Duration.ofMillis(1));
    append(GENERAL, 1, null, "plum at the next midnight");

    List<ChatMessage> found = find(request(query, 1, Long.MAX_VALUE, 9)).messages();
    assertEquals(ids, String.join(" ", found.stream().map(it -> Long.toString(it.id())).toList()));
  }

  private Draft edit(long id, String text) {
    return new Change.Edit(GENERAL, People.user(1), id, text, Instant.EPOCH, null);
  }

  private Draft delete(long id) {
    return new Change.Delete(GENERAL, People.user(1), id, Instant.EPOCH, null);
  }

  @Test
  void anEditedMessageIsFoundByWhatItSaysNow() {
    long id = append(GENERAL, 1, null, "a plum 今天").message().id();
    appendAll(List.of(edit(id, "an apple"), edit(id, "a pear 明天")));

    assertEquals(List.of(), texts("plum", 2));
    assertEquals(List.of(), texts("今天", 2));
    assertEquals(List.of(), texts("今", 2));
    assertEquals(List.of(), texts("apple", 2));
    assertEquals(List.of("a pear 明天"), texts("pear 明天", 2));
    assertTrue(
        find(request("pear", 2, Long.MAX_VALUE, 1))
            .messages()
            .get(0)
            .state()
            .editedAt()
            .isPresent());
  }

  @Test
  void aDeletedMessageIsNotFoundByAnything() {
    long id = append(GENERAL, 1, null, "a plum").message().id();
    appendAll(List.of(edit(id, "an apple"), delete(id)));

    for (String query : List.of("plum", "apple", "from:1", "after:2026-01-01")) {
      assertEquals(List.of(), texts(query, 1), query);
    }
  }

  @Test
  void whatComesAndGoesAtOnceIsAsIfItHadComeAlone() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      drafts.add(draft(GENERAL, 1, null, "plum " + i));
    }
    // Their numbers are known in advance: nobody else writes.
    drafts.add(edit(3, "pear"));
    drafts.add(delete(4));
    drafts.add(edit(5, "pear"));
    drafts.add(delete(5));
    appendAll(drafts);

    assertEquals(List.of("pear"), texts("pear", 2));
    assertEquals(
        List.of("plum 10", "plum 9", "plum 8", "plum 7", "plum 6", "plum 2", "plum 1"),
        texts("plum", 2));
  }

  @Test
  void anImageIsFoundByWhatStandsForItAndByBeingOne() {
    append(GENERAL, 1, null, "a cat");
    Body image =
        new Body(
            "My cat, 猫咪",
            Optional.of("https://example.org/dog.png"),
            OptionalLong.empty(),
            Set.of(),
            false);
    append(List.of(new Draft.Post(GENERAL, People.user(1), image, null)));

    assertEquals(List.of("My cat, 猫咪", "a cat"), texts("cat", 2));
    assertEquals(List.of("My cat, 猫咪"), texts("has:image", 2));
    assertEquals(List.of("My cat, 猫咪"), texts("has:image 猫咪", 2));
    assertEquals(List.of(), texts("dog", 2));
  }

  @Test
  void aMessageIsAsItsReaderReadsIt() {
    long id = append(GENERAL, 1, null, "a plum").message().id();
    appendAll(List.of(new Change.React(GENERAL, People.user(2), id, "👍", true, null)));

    assertEquals(
        List.of(new Reaction("👍", 1, true)),
        find(request("plum", 2, Long.MAX_VALUE, 1)).messages().get(0).state().reactions());
    assertEquals(
        List.of(new Reaction("👍", 1, false)),
        find(request("plum", 3, Long.MAX_VALUE, 1)).messages().get(0).state().reactions());
  }
}
