package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.account.PasswordHashing;
import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.delivery.PeerAddress;
import chatroom.room.Guests;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Ping;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing passwords in parallel, from one address and from many, gets nobody far. */
class GuessingTest {
  private static final String PASSWORD = "correct horse";
  private static final int MANY = 60;

  private final Hall hall = new Hall();
  private final Guest witness = hall.hello("Eve");
  private int hashed;

  @BeforeEach
  void annIsSomebodyAndSomewhereElse() {
    Guest ann = hall.hello("Guest");
    ann.say(new Register("Ann", PASSWORD, null, "r"));
    ann.end(Disconnect.PEER_LEFT);
    hall.hashers =
        task -> {
          hashed++;
          task.run();
        };
    witness.heard();
  }

  private Guest tries(String name, String password, String address) {
    hall.node.from = new PeerAddress(address, address);
    return hall.hello(new Hello(null, null, null, null, name, password, null, null));
  }

  private void pass(Duration time) {
    hall.node.nanoTime.pass(time);
    hall.timer.pass(time);
  }

  private static String code(Guest guest) {
    List<ServerMessage> heard = guest.heard();
    return heard.isEmpty() ? "waits" : ((Failure) heard.get(0)).content().code();
  }

  private static Map<String, Long> codes(List<Guest> guests) {
    return guests.stream()
        .map(GuessingTest::code)
        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
  }

  @Test
  void ofManyGuessesAtOnceThreeAreLookedAtAndMostAreRefused() {
    for (String name : List.of("Ann", "Nobody")) {
      hashed = 0;
      List<Guest> guests = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        guests.add(tries(name, "wrong" + i, name));
      }
      assertEquals(3, hashed);
      assertEquals(Map.of("auth_failed", 3L, "waits", 6L, "rate_limited", 51L), codes(guests));
      Failure refused =
          (Failure) hall.node.encoder.heardOver(guests.get(MANY - 1).transport).get(0);
      assertEquals(7_750L, refused.content().retryAfterMs());
      pass(Duration.ofSeconds(4));
      assertEquals(7, hashed);
      pass(Duration.ofSeconds(12));
      assertEquals(9, hashed);
      assertTrue(guests.stream().allMatch(it -> it.client.hasLeft()));
    }
    assertEquals(List.of(), witness.heard());
  }

  @Test
  void guessesFromManyAddressesAreSlowedDownTogether() {
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      guests.add(tries("Ann", "wrong" + i, "bot" + i));
    }
    assertEquals(10, hashed);
    assertEquals(Map.of("auth_failed", 10L, "waits", 9L, "rate_limited", 41L), codes(guests));
    pass(Duration.ofSeconds(8));
    assertEquals(19, hashed);
    assertEquals(List.of(), witness.heard());
  }

  @Test
  void theOwnerComesInWhileSomebodyElseGuesses() {
    for (int i = 0; i < MANY; i++) {
      tries("Ann", "wrong" + i, "mallory");
      pass(Duration.ofMillis(100));
    }
    Guest ann = tries("Ann", PASSWORD, "home");
    pass(Duration.ofSeconds(1));
    assertEquals("Ann", ann.welcome().userName());
  }

  @Test
  void whereTheOwnerCameBeforeManyAddressesAreNoHindrance() {
    tries("Ann", PASSWORD, "home").end(Disconnect.PEER_LEFT);
    for (int i = 0; i < MANY; i++) {
      tries("Ann", "wrong" + i, "bot" + i);
      tries("Somebody" + i, "wrong", "home");
    }
    assertEquals("Ann", tries("Ann", PASSWORD, "home").welcome().userName());
  }

  @Test
  void whoIsRefusedStaysAGuest() {
    for (int i = 0; i < MANY; i++) {
      tries("Ann", "wrong" + i, Hall.NOW + "");
    }
    Guest guest = hall.hello("Mallory");
    guest.heard();
    guest.say(new Auth("Ann", "wrong", "r"));
    Failure refused = (Failure) guest.heardOnly();
    assertEquals("rate_limited", refused.content().code());
    assertEquals("r", refused.content().ref());
    guest.say(new Ping(null));
    assertEquals(1, guest.heard().size());
    assertFalse(guest.client.hasLeft());
  }

  @Test
  void oneAddressDoesNotTakeAllThePlacesOfThoseWhoArePatient() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    hall.hashers = waiting::add;
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      guests.add(tries("Somebody" + i, "wrong", "mallory"));
      pass(Duration.ofMillis(250));
    }
    Guest ann = tries("Ann", PASSWORD, "home");
    assertEquals(11, waiting.size());
    assertEquals(Map.of("waits", 10L, "unavailable", MANY - 10L), codes(guests));
    waiting.forEach(Runnable::run);
    assertEquals("Ann", ann.welcome().userName());
  }

  @Test
  void whoHasLeftMeanwhileIsNotLookedAt() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    hall.hashers = waiting::add;
    for (int i = 0; i < 5; i++) {
      tries("Ann", "wrong", "mallory").end(Disconnect.PEER_LEFT);
    }
    hall.readers =
        task -> {
          throw new AssertionError("read");
        };
    pass(Duration.ofSeconds(16));
    assertEquals(3, waiting.size());
    waiting.forEach(Runnable::run);
    hall.readers = Runnable::run;
    hall.hashers = Runnable::run;
    assertEquals("Ann", tries("Ann", PASSWORD, "home").welcome().userName());
  }

  @Test
  void aBrokenHashIsAnswered() {
    long id = tries("Ann", PASSWORD, "home").id();
    hall.memory
        .accounts()
        .setPassword(
            id,
            "$argon2id$v=19$broken",
            "",
            new Guests.Receipt() {
              @Override
              public void kept() {}

              @Override
              public void refused(Unavailable why) {
                throw new AssertionError(why);
              }
            });
    witness.heard();
    for (int i = 0; i < 2 * PasswordHashing.SHARE; i++) {
      pass(Duration.ofSeconds(8));
      Guest ann = tries("Ann", PASSWORD, "home");
      assertEquals("unavailable", code(ann));
      assertTrue(ann.client.hasLeft());
    }
    assertEquals(List.of(), witness.heard());
  }
}
