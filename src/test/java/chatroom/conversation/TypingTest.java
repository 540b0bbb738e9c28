package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage;
import chatroom.wire.ServerMessage;
import chatroom.wire.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who types is told as often as it is worth. */
class TypingTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.settled();
  private final Guest bob = hall.settled();

  @BeforeEach
  void bothHaveListened() {
    ann.heard();
  }

  private void say(boolean typing) {
    ann.say(new ClientMessage.Type(typing, null, null, null));
  }

  private void sayToBob(boolean typing) {
    ann.say(new ClientMessage.Type(typing, null, "" + bob.id(), null));
  }

  private void pass(Duration time) {
    hall.node.nanoTime.pass(time);
    hall.timer.pass(time);
  }

  private void told(Boolean... typing) {
    List<ServerMessage> news = bob.heard();
    assertEquals(
        List.of(typing),
        news.stream()
            .filter(Signal.Typing.class::isInstance)
            .map(it -> ((Signal.Typing) it).content().isTyping())
            .toList());
    assertEquals(List.of(), ann.heard());
  }

  @Test
  void theOthersAreToldAndTheTypistIsNot() {
    say(true);

    assertEquals(
        new Signal.Typing(Hall.NOW, "general", new Signal.Typing.Writing(ann.id(), "User1", true)),
        bob.heardOnly());
    assertEquals(List.of(), ann.heard());
  }

  @Test
  void theSameIsToldOnceInThreeSeconds() {
    say(true);
    say(true);
    pass(Typing.PAUSE.minusNanos(1));
    say(true);
    told(true);
    pass(Duration.ofNanos(1));
    say(true);
    told(true);
  }

  @Test
  void anEndIsAlwaysToldAndAnotherBeginningNotAtOnce() {
    say(true);
    say(false);
    say(false);
    say(true);
    say(false);
    told(true, false);
    pass(Typing.PAUSE);
    say(true);
    told(true);
  }

  @Test
  void anEndWithoutABeginningIsNotTold() {
    say(false);
    told();
  }

  @Test
  void itEndsByItselfSixSecondsAfterItWasSaidLast() {
    say(true);
    pass(Duration.ofSeconds(2));
    say(true);
    pass(Typing.LIFE.minusNanos(1));
    told(true);
    pass(Duration.ofNanos(1));
    told(false);
    pass(Typing.LIFE);
    told();
  }

  @Test
  void whatWasForgottenBeginsAnew() {
    say(true);
    pass(Typing.LIFE);
    told(true, false);
    say(true);
    told(true);
    pass(Typing.LIFE);
    told(false);
  }

  @Test
  void aMessageEndsItAndComesAfter() {
    say(true);
    told(true);
    ann.say("done");

    List<ServerMessage> news = bob.heard();
    assertEquals(2, news.size());
    assertEquals(
        Signal.Typing.of(hall.directory.find(ann.id()).orElseThrow(), false, "general", Hall.NOW),
        news.get(0));
  }

  @Test
  void whoLeavesTheRoomTypesThereNoMore() {
    say(true);
    told(true);
    ann.say(new ClientMessage.LeaveRoom("general", null));
    ann.heard();
    told(false);
  }

  @Test
  void whoGoesTypesNoMore() {
    say(true);
    sayToBob(true);
    told(true, true);
    ann.end(Disconnect.SILENT);
    told(false, false);
    pass(Typing.LIFE);
    told();
  }

  @Test
  void inPrivateTheAddresseeAloneIsTold() {
    Guest eve = hall.settled();
    bob.heard();
    ann.heard();
    sayToBob(true);

    assertEquals(
        new Signal.Typing(
            Hall.NOW, "@" + ann.id(), new Signal.Typing.Writing(ann.id(), "User1", true)),
        bob.heardOnly());
    assertEquals(List.of(), eve.heard());
    ann.say(new ClientMessage.Type(false, "@" + bob.id(), null, null));
    told(false);
  }

  @Test
  void aPrivateMessageEndsItThere() {
    sayToBob(true);
    say(true);
    told(true, true);
    ann.say(new ClientMessage.PrivatePost("" + bob.id(), "psst", null, null));

    Signal.Typing ended = (Signal.Typing) bob.heard().get(0);
    assertEquals("@" + ann.id(), ended.room());
    pass(Typing.LIFE);
    ann.heard();
    told(false);
  }

  @Test
  void whoTypesToThemselvesIsToldNothing() {
    ann.say(new ClientMessage.Type(true, null, "" + ann.id(), null));
    told();
  }
}
