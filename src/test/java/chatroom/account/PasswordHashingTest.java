package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Passwords are not kept, and still known again. */
class PasswordHashingTest {
  private static final String PASSWORD = "correct horse";

  private final PasswordHashing hashing = new PasswordHashing(Runnable::run, "nobody's");
  private int busy;

  private String hash(String password) {
    List<String> made = new ArrayList<>();
    hashing.hash(password, made::add, () -> busy++);
    return made.get(0);
  }

  private boolean isRight(String password, Optional<String> hash) {
    List<Boolean> told = new ArrayList<>();
    hashing.verify(password, hash, told::add, () -> busy++);
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
  void noMoreWaitThanSomeAndThenThereIsRoomAgain() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    PasswordHashing slow = new PasswordHashing(waiting::add, "nobody's");
    List<Boolean> told = new ArrayList<>();
    for (int i = 0; i < PasswordHashing.MAX_WAITING + 3; i++) {
      slow.verify("", Optional.empty(), told::add, () -> busy++);
    }
    assertEquals(3, busy);
    waiting.remove().run();
    slow.verify("", Optional.empty(), told::add, () -> busy++);
    assertEquals(3, busy);
    slow.verify("", Optional.empty(), told::add, () -> busy++);
    assertEquals(4, busy);
    waiting.forEach(Runnable::run);
    assertEquals(PasswordHashing.MAX_WAITING + 1, told.size());
  }
}
