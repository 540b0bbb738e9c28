package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.account.PasswordHashing.Cost;
import chatroom.account.PasswordHashing.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Passwords are not kept, and still known again. */
class PasswordHashingTest {
  private static final String PASSWORD = "correct horse";

  private final PasswordHashing hashing =
      new PasswordHashing(Runnable::run, "nobody's", Cost.STANDARD);
  private int failed;

  private Place place(PasswordHashing from, String address) {
    return from.place(address).orElseThrow();
  }

  private String hash(String password) {
    List<String> made = new ArrayList<>();
    place(hashing, "one").hash(password, () -> true, made::add, () -> failed++);
    return made.get(0);
  }

  private boolean isRight(String password, Optional<String> hash) {
    List<Boolean> told = new ArrayList<>();
    place(hashing, "one").verify(password, hash, () -> true, told::add, () -> failed++);
    return told.get(0);
  }

  @Test
  void aPasswordIsKnownByItsHashAndNoOther() {
    String hash = hash(PASSWORD);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertTrue(hash.length() <= 200, hash);
    assertFalse(hash.contains(PASSWORD));
    assertTrue(isRight(PASSWORD, Optional.of(hash)));
    assertFalse(isRight("correct horsE", Optional.of(hash)));
    assertFalse(isRight("", Optional.of(hash)));
    assertFalse(isRight("x".repeat(10_000), Optional.of(hash)));
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    assertNotEquals(hash(PASSWORD), hash(PASSWORD));
  }

  @Test
  void itDoesNotMatterHowAKeyboardWritesAnAccent() {
    assertTrue(isRight("cafe\u0301 au lait", Optional.of(hash("caf\u00e9 au lait"))));
  }

  @Test
  void whoIsNobodyHasNoPasswordNotEvenNobodys() {
    assertFalse(isRight("nobody's", Optional.empty()));
  }

  @Test
  void oneAddressHasItsShareAndThereIsRoomForOthers() {
    for (int i = 0; i < PasswordHashing.SHARE; i++) {
      place(hashing, "one");
    }
    assertTrue(hashing.place("one").isEmpty());
    assertTrue(hashing.place("two").isPresent());
  }

  @Test
  void noMoreWaitThanSomeAndThenThereIsRoomAgain() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    PasswordHashing slow = new PasswordHashing(waiting::add, "nobody's", Cost.STANDARD);
    List<Boolean> told = new ArrayList<>();
    for (int i = 0; i < PasswordHashing.MAX_WAITING; i++) {
      place(slow, "address" + i)
          .verify("", Optional.empty(), () -> true, told::add, () -> failed++);
    }
    assertTrue(slow.place("one").isEmpty());
    waiting.remove().run();
    Place last = place(slow, "one");
    assertTrue(slow.place("two").isEmpty());
    last.giveBack();
    last.giveBack();
    place(slow, "two");
    assertTrue(slow.place("three").isEmpty());
    waiting.forEach(Runnable::run);
    assertEquals(PasswordHashing.MAX_WAITING, told.size());
    assertEquals(0, failed);
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotLookedAt() {
    List<Boolean> told = new ArrayList<>();
    for (int i = 0; i < 2 * PasswordHashing.SHARE; i++) {
      place(hashing, "one").verify("", Optional.empty(), () -> false, told::add, () -> failed++);
    }
    assertEquals(2 * PasswordHashing.SHARE, failed);
    assertEquals(List.of(), told);
  }

  @Test
  void whatBreaksIsAnsweredAndLeavesItsPlace() {
    List<Boolean> told = new ArrayList<>();
    for (int i = 0; i < 2 * PasswordHashing.SHARE; i++) {
      place(hashing, "one")
          .verify(PASSWORD, Optional.of("$argon2id$v=19$x"), () -> true, told::add, () -> failed++);
    }
    assertEquals(2 * PasswordHashing.SHARE, failed);
    assertEquals(List.of(), told);
  }
}
