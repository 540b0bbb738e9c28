package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomNaming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisRoomNamesTest {
  private final RoomNaming names = new PrecisNicknames().roomNames();

  private String parsed(String raw) throws Rejection {
    return names.parse(raw).value();
  }

  private String key(String raw) throws Rejection {
    return names.key(names.parse(raw));
  }

  @ParameterizedTest
  @CsvSource({
    "plans,plans",
    "Plans,plans",
    "PL\u00c4NE,pl\u00e4ne",
    "\uff50\uff4c\uff41\uff4e\uff53,plans",
    "\ufb01le,file",
    "x\u00b2,x2",
    "\u8a08\u756b,\u8a08\u756b",
    "\u0440\u0443\u0441-7,\u0440\u0443\u0441-7",
    "\u0939\u093f\u0928\u094d\u0926\u0940,\u0939\u093f\u0928\u094d\u0926\u0940",
    "\u05e2\u05d1\u05e8\u05d9\u05ea-2,\u05e2\u05d1\u05e8\u05d9\u05ea-2",
    "\u0661\u0662,\u0661\u0662",
    "-_-,-_-",
    "cafe\u0301,caf\u00e9",
  })
  void aNameIsSmallAndWithoutCompatibilityForms(String raw, String name) throws Rejection {
    assertEquals(name, parsed(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "@7",
        "@1:2",
        "a@b",
        "a.b",
        "a/b",
        "../x",
        "a:b",
        "#plans",
        "a\u0000",
        "a\n",
        "a\u200bb",
        "a\u200db",
        "a\u202eb",
        "a\ufe0f",
        "\u3164",
        "\u1160",
        "\uffa0",
        "\u17b4",
        "a\u034fb",
        "\u0301a",
        "a\u0301\u0302\u0303\u0304\u0306",
        "\ud83d\udc4d",
        "a\u00a0b",
        "\u2126\u2800",
        "\u0378",
        "\ue000",
        "a\udb40\udd00",
      })
  void anythingElseIsNoName(String raw) {
    Rejection refused = assertThrows(Rejection.class, () -> names.parse(raw));
    assertEquals(Code.INVALID_ROOM, refused.code());
    assertEquals("A room's name is 1-40 letters, digits, - and _, without spaces", refused.text());
  }

  @Test
  void aNameHasUpToFortyCharacters() throws Rejection {
    assertEquals("x".repeat(40), parsed("x".repeat(40)));
    assertEquals("\ud840\udc0b".repeat(40), parsed("\ud840\udc0b".repeat(40)));
    assertThrows(Rejection.class, () -> names.parse("x".repeat(41)));
    assertThrows(Rejection.class, () -> names.parse("\ufdfa".repeat(10)));
    assertThrows(Rejection.class, () -> names.parse("x".repeat(9_000)));
  }

  @ParameterizedTest
  @CsvSource({"plans,pl\u0430ns", "rn,m", "plans,PLANS", "random,rand0m", "l1,ll"})
  void namesThatLookAlikeHaveTheSameKey(String one, String other) throws Rejection {
    assertEquals(key(one), key(other));
  }

  @Test
  void otherNamesHaveOtherKeys() throws Rejection {
    assertNotEquals(key("plans"), key("plan"));
    assertNotEquals(key("a-b"), key("a_b"));
  }
}
