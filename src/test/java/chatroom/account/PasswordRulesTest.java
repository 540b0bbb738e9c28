package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.room.Code;
import chatroom.room.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password has to be hard to guess, and may be whatever one likes beside that. */
class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse",
        "8letters",
        "密码很长很好记",
        "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03\uD83D\uDE04\uD83D\uDE05\uD83D\uDE06\uD83D\uDE07",
        "  with spaces  "
      })
  void manyArePasswords(String password) {
    assertDoesNotThrow(() -> PasswordRules.require(password + "!", "Ada"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "7letter",
        "password",
        "PassWord",
        "12345678",
        "aaaaaaaaaa",
        "xGrace1x"
      })
  void someAreGuessed(String password) {
    Rejection why = assertThrows(Rejection.class, () -> PasswordRules.require(password, "grace"));
    assertEquals(Code.WEAK_PASSWORD, why.code());
  }

  @Test
  void aShortNameMayBeInIt() {
    assertDoesNotThrow(() -> PasswordRules.require("adamant reed", "Ada"));
  }

  @Test
  void whatIsLongIsRefusedBeforeItIsHashed() {
    assertDoesNotThrow(() -> PasswordRules.require("ab".repeat(64), "Ada"));
    for (int length : new int[] {129, 100_000}) {
      assertThrows(Rejection.class, () -> PasswordRules.require("ab".repeat(length) + "c", "Ada"));
    }
  }
}
