package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTokenTest {
  private final ResumeToken token = ResumeToken.fresh(new SecureRandom());

  @Test
  void aTokenIs32BytesThatAnUrlCanHold() {
    assertTrue(token.text().matches("[A-Za-z0-9_-]{43}"), "not 43 characters");
    assertNotEquals(token.text(), ResumeToken.fresh(new SecureRandom()).text());
  }

  @Test
  void whatTheClientSendsBackIsTheSameToken() {
    ResumeToken back = ResumeToken.parse(token.text()).orElseThrow();

    assertEquals(token.text(), back.text());
    assertEquals(token.hash(), back.hash());
  }

  @Test
  void theHashIsTheSha256OfTheText() {
    assertEquals(
        "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a",
        ResumeToken.parse("A".repeat(43)).orElseThrow().hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "null", "=", "ü"})
  void anythingElseIsNone(String text) {
    assertEquals(Optional.empty(), ResumeToken.parse(text));
    assertEquals(Optional.empty(), ResumeToken.parse(token.text() + text.repeat(2) + "x"));
    assertEquals(Optional.empty(), ResumeToken.parse(token.text().substring(1) + "="));
  }

  @Test
  void theLogIsToldNothingOfIt() {
    assertFalse(token.toString().contains(token.text().substring(0, 8)));
  }
}
