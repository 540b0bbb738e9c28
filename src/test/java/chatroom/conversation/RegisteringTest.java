package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Role;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Ping;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.OfficialAct.Ban;
import chatroom.wire.OfficialAct.Kick;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.AuthSuccess;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Accounts are made for who asked, wherever they are by then, and not for a flood. */
class RegisteringTest {
  private static final String PASSWORD = "correct horse";

  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest witness = hall.hello("Eve");
  private final Queue<Runnable> hashing = new ArrayDeque<>();

  private Guest registering(String name) {
    Guest guest = hall.hello((String) null);
    hall.hashers = hashing::add;
    guest.say(new Register(name, PASSWORD, null, "r"));
    return guest;
  }

  private void hash() {
    hall.hashers = Runnable::run;
    while (!hashing.isEmpty()) {
      hashing.remove().run();
    }
  }

  private Guest signedIn(String name) {
    return hall.hello(new Hello(null, null, null, null, name, PASSWORD, null, null));
  }

  private static List<String> types(List<ServerMessage> heard) {
    return heard.stream().map(it -> it.getClass().getSimpleName()).toList();
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  private void isTheUserOfAnAccount(Guest guest) {
    assertTrue(hall.chat.seats().of(guest.id()).orElseThrow().isRegistered());
    guest.heard();
    guest.say(new SetName("Other", "n"));
    assertEquals("not_allowed", code(guest.heardOnly()));
    Guest again = signedIn("Ann");
    assertEquals(guest.id(), again.id());
    assertFalse(guest.client.hasLeft());
  }

  @Test
  void tenThousandRegistrationsFromOneAddressAreRefusedBeforeAnythingIsHashed() {
    for (int i = 0; i < 20; i++) {
      registering("Name" + i);
    }
    assertEquals(10, hashing.size());
    hall.readers =
        task -> {
          throw new AssertionError("read");
        };
    Guest flood = hall.hello((String) null);
    List.of(witness, flood).forEach(Guest::heard);
    for (int i = 0; i < 10_000; i++) {
      flood.say(new Register("Flood" + i, PASSWORD, null, "r"));
    }
    flood.say(new Ping(null));

    List<ServerMessage> heard = new ArrayList<>(flood.heard());
    assertEquals("Pong", heard.remove(heard.size() - 1).getClass().getSimpleName());
    assertEquals(10_000, heard.size());
    assertEquals(
        List.of("rate_limited"), heard.stream().map(RegisteringTest::code).distinct().toList());
    assertEquals(10, hashing.size());
    assertEquals(List.of(), witness.heard());
  }

  @Test
  void whoComesBackByAnotherConnectionMeanwhileHearsOfTheAccount() {
    Guest ann = registering("Ann");
    Guest back = hall.resume(ann.token(), 0);
    assertEquals(ann.id(), back.id());
    assertTrue(ann.client.hasLeft());
    List.of(back, witness).forEach(Guest::heard);
    hash();

    List<ServerMessage> heard = back.heard();
    assertEquals(List.of("NameChanged", "AuthSuccess"), types(heard));
    assertEquals(
        new AuthSuccess.User(ann.id(), "Ann", false, "member", null),
        ((AuthSuccess) heard.get(1)).content());
    assertEquals(List.of("UserRenamed"), types(witness.heard()));
    isTheUserOfAnAccount(back);
  }

  @Test
  void whoWasSentAwayMeanwhileAndCameAgainHearsOfTheAccount() {
    Guest admin = hall.official("Ada", Role.ADMIN);
    Guest ann = registering("Ann");
    admin.say(new Kick("" + ann.id(), null, "spam", "k"));
    hall.node.clock.pass(Discipline.KICK.plus(Duration.ofSeconds(1)));
    Guest back = hall.resume(ann.token(), 0);
    assertEquals(ann.id(), back.id());
    back.heard();
    hash();

    assertEquals(List.of("NameChanged", "AuthSuccess"), types(back.heard()));
    isTheUserOfAnAccount(back);
  }

  @Test
  void whoTakesAnotherNameMeanwhileKeepsThatOfTheAccount() {
    Guest admin = hall.official("Ada", Role.ADMIN);
    Guest ann = registering("Ann");
    admin.say(new Kick("" + ann.id(), null, "spam", "k"));
    hall.node.clock.pass(Discipline.KICK.plus(Duration.ofSeconds(1)));
    Guest back = hall.resume(ann.token(), 0);
    hall.guests.slowDown();
    back.say(new SetName("Other", "n"));
    hash();
    back.heard();
    hall.guests.keep();

    assertEquals("not_allowed", code(back.heardOnly()));
    isTheUserOfAnAccount(back);
    witness.heard();
    witness.say(new SetName("Other", "n"));
    hall.guests.keep();
    assertEquals(List.of("NameChanged"), types(witness.heard()));
  }

  @Test
  void whoWasBannedMeanwhileHasAnAccountAndMayNotCome() {
    Guest admin = hall.official("Ada", Role.ADMIN);
    Guest ann = registering("Ann");
    admin.say(new Ban("" + ann.id(), null, null, 0L, "spam", "b"));
    hash();

    Guest again = signedIn("Ann");
    assertEquals("banned", code(again.heardOnly()));
    assertTrue(again.client.hasLeft());
    Guest token = hall.resume(ann.token(), 0);
    assertEquals("banned", code(token.heardOnly()));
    assertTrue(hall.chat.seats().of(ann.id()).isEmpty());
  }

  @Test
  void whoLeftMeanwhileHasAnAccount() {
    Guest ann = registering("Ann");
    ann.end(Disconnect.PEER_LEFT);
    hash();
    assertEquals(ann.id(), signedIn("Ann").id());
  }
}
