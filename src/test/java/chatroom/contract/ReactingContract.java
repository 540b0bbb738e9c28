package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Body;
import chatroom.room.Change.React;
import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.Reacted;
import chatroom.room.Reaction;
import chatroom.room.StoredEvent;
import chatroom.testing.People;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link chatroom.room.MessageLog} has to keep of reactions and of replies. */
public abstract class ReactingContract extends ChangingContract {
  @Test
  void everythingThatAMessageSaysIsKept() {
    said();
    ChatMessage image =
        (ChatMessage) outcome(new Draft.Post(GENERAL, People.user(2), picture(), null)).stored();
    Body body = new Body("", Optional.empty(), OptionalLong.of(image.id()), Set.of(3L), false);
    StoredEvent reply = outcome(new Draft.Post(GENERAL, People.user(2), body, null)).stored();

    assertEquals(picture(), image.body());
    assertEquals(List.of(image, reply), after(1));
    assertEquals(List.of(image, reply), before(0).subList(1, 3));
    assertEquals(image, present(image.id()));
  }

  @Test
  void aReplyIsToAMessageOfTheSameRoom() {
    long here = said();
    long there = append(RANDOM, 1, null, "there").message().id();
    outcome(edit(1, here, "hi", null));

    for (long id : new long[] {there, 0, -1, 3, 99, Long.MAX_VALUE}) {
      assertEquals(NOT_FOUND, outcome(replyTo(id)).reason());
    }
    assertEquals("1..2 false 2", outline(read(GENERAL, Direction.AFTER, 0, 10)));
    assertEquals(3, outcome(replyTo(here)).stored().seq());
  }

  private static Draft replyTo(long id) {
    Body body = new Body("yes", Optional.empty(), OptionalLong.of(id), Set.of(), false);
    return new Draft.Post(GENERAL, People.user(2), body, null);
  }

  @Test
  void aReplyRightBehindWhatItAnswersIsStored() {
    List<Stored> receipts = append(List.of(draft(GENERAL, 1, null, "a"), replyTo(1)));

    assertEquals(OptionalLong.of(1), receipts.get(1).message().body().replyTo());
  }

  @Test
  void reactionsAreCountedAndTheReadersOwnAreMarked() {
    long id = said();
    StoredEvent first = outcome(react(2, id, "👍", true)).stored();
    outcome(react(3, id, "☕", true));
    StoredEvent second = outcome(react(3, id, "👍", true)).stored();
    StoredEvent off = outcome(react(2, id, "👍", false)).stored();

    assertEquals(new Reacted(2, 2, GENERAL, 2, "User2", id, "👍", true, 1, NOW), first);
    assertEquals(new Reacted(4, 4, GENERAL, 3, "User3", id, "👍", true, 2, NOW), second);
    assertEquals(new Reacted(5, 5, GENERAL, 2, "User2", id, "👍", false, 1, NOW), off);
    assertEquals(Set.of(new Reaction("👍", 1, true), new Reaction("☕", 1, true)), reactions(3));
    assertEquals(Set.of(new Reaction("👍", 1, false), new Reaction("☕", 1, false)), reactions(2));
    assertEquals(4, after(1).size());
  }

  private Set<Reaction> reactions(long readerId) {
    return Set.copyOf(((ChatMessage) before(readerId).get(0)).state().reactions());
  }

  @Test
  void aReactionThatIsThereAlreadyOrGoneIsNotStoredAgain() {
    ChatMessage message = append(GENERAL, 1, null, "hello").message();
    assertEquals(message, outcome(react(2, message.id(), "👍", false)).stored());
    outcome(react(2, message.id(), "👍", true));
    Outcome again = outcome(react(2, message.id(), "👍", true));

    assertTrue(again.again());
    assertEquals(message.id(), again.stored().id());
    assertEquals("1..2 false 2", outline(read(GENERAL, Direction.AFTER, 0, 10)));
  }

  @Test
  void emojiThatLookAlikeAreNotTheSame() {
    long id = said();
    for (String emoji : List.of("👍", "👍🏽", "❤", "❤️", "A", "a", "a ")) {
      outcome(react(2, id, emoji, true));
    }

    assertEquals(7, reactions(2).size());
  }

  @Test
  void aMessageHasNoMoreThanSoManyDifferentReactions() {
    long id = said();
    for (int i = 0; i < React.MAX_EMOJI; i++) {
      assertEquals("", outcome(react(2, id, "e" + i, true)).reason());
    }

    assertEquals(
        "NOT_ALLOWED: A message has at most 20 different reactions",
        outcome(react(2, id, "more", true)).reason());
    assertEquals("", outcome(react(3, id, "e7", true)).reason());
    outcome(react(2, id, "e0", false));
    assertEquals("", outcome(react(2, id, "more", true)).reason());
  }
}
