package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Scopes.Need;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Scope;
import chatroom.wire.ClientMessage;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
  private static final ClientMessage ASKS = new ClientMessage.GetRooms(null);
  private static final ClientMessage SAYS = new ClientMessage.Post("x", null, null, null);
  private static final ClientMessage DELETES = new ClientMessage.Delete(1L, null);
  private static final ClientMessage MAKES_TOKENS =
      new ClientMessage.CreateToken("x", "read", null, null, null);

  private static boolean passes(Set<Scope> scopes, Role role, ClientMessage message) {
    try {
      Scopes.require(scopes, role, message);
      return true;
    } catch (Rejection e) {
      assertEquals(Code.NOT_ALLOWED, e.code());
      return false;
    }
  }

  @Test
  void everyTypeIsInTheTable() {
    JsonbTypeInfo info =
        Objects.requireNonNull(ClientMessage.class.getAnnotation(JsonbTypeInfo.class));

    assertEquals(
        Stream.of(info.value()).map(JsonbSubtype::type).collect(Collectors.toSet()),
        Scopes.TABLE.keySet(),
        "What a token lets through is said of every type in Scopes");
  }

  @Test
  void whatNeedsSignInIsForNoToken() {
    for (Class<?> type :
        Set.of(
            ClientMessage.Auth.class,
            ClientMessage.Register.class,
            ClientMessage.ChangePassword.class,
            ClientMessage.EndSessions.class,
            ClientMessage.CreateInvitation.class,
            ClientMessage.CreateToken.class,
            ClientMessage.RevokeToken.class)) {
      assertEquals(Need.NEVER, Scopes.TABLE.get(type));
    }
    for (Role role : Role.values()) {
      assertFalse(passes(EnumSet.allOf(Scope.class), role, MAKES_TOKENS));
    }
  }

  @Test
  void eachScopeLetsThroughWhatItSays() throws Rejection {
    Set<Scope> read = Scope.parse("read");
    Set<Scope> write = Scope.parse("write");
    for (Role role : Role.values()) {
      assertTrue(passes(read, role, ASKS));
      assertFalse(passes(read, role, SAYS));
      assertFalse(passes(read, role, DELETES));
      assertTrue(passes(write, role, ASKS));
      assertTrue(passes(write, role, SAYS));
      assertEquals(role == Role.MEMBER, passes(write, role, DELETES));
      assertFalse(passes(Scope.parse("moderate"), role, SAYS));
      assertFalse(passes(Scope.parse("moderate"), role, DELETES));
      assertTrue(passes(Scope.parse("moderate,write"), role, DELETES));
    }
  }

  @Test
  void everyKeyMayReadAndIsToldInOneOrder() throws Rejection {
    assertEquals("read,write", Scope.text(Scope.parse("write")));
    assertEquals("read,write,moderate", Scope.text(Scope.parse(" moderate , write,read,read")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "read,", "Read", "admin", "read write", "read;write"})
  void whatIsNoScopeIsRefused(String text) {
    Rejection refused = assertThrows(Rejection.class, () -> Scope.parse(text));
    assertEquals(Code.INVALID_FORMAT, refused.code());
    assertThrows(Rejection.class, () -> Scope.parse(null));
  }
}
