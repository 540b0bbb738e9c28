package chatroom.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that is permitted but not named as a subtype would silently go out without a type. */
class TypesTest {
  private static List<JsonbSubtype> subtypes(Class<?> sealed) {
    return List.of(Objects.requireNonNull(sealed.getAnnotation(JsonbTypeInfo.class)).value());
  }

  @ParameterizedTest
  @ValueSource(classes = {ClientMessage.class, ServerMessage.class})
  void whatIsPermittedAndWhatHasATypeAreTheSame(Class<?> sealed) {
    assertEquals(
        Permitted.by(sealed),
        subtypes(sealed).stream().map(JsonbSubtype::type).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(classes = {ClientMessage.class, ServerMessage.class})
  void noTwoMessagesHaveTheSameType(Class<?> sealed) {
    assertEquals(
        subtypes(sealed).size(),
        subtypes(sealed).stream().map(JsonbSubtype::alias).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(classes = {ClientMessage.class, ServerMessage.class})
  void everyMessageIsAPublicRecordOrTheCodecCouldNotReadIt(Class<?> sealed) {
    for (JsonbSubtype subtype : subtypes(sealed)) {
      assertTrue(subtype.type().isRecord(), subtype.alias());
      assertTrue(Modifier.isPublic(subtype.type().getModifiers()), subtype.alias());
    }
  }

  @Test
  void everyTypeOfTheProtocolIsKnown() {
    assertEquals(
        Set.of(
            "hello",
            "set_role",
            "claim_admin",
            "get_restraints",
            "get_config",
            "message",
            "image",
            "private_message",
            "set_name",
            "get_users",
            "get_members",
            "get_stats",
            "change_password",
            "get_sessions",
            "end_sessions",
            "get_rooms",
            "get_history",
            "search",
            "join_room",
            "leave_room",
            "create_room",
            "set_topic",
            "archive_room",
            "set_slow_mode",
            "set_room_role",
            "get_audit",
            "get_people",
            "lockdown",
            "report",
            "invite",
            "uninvite",
            "typing",
            "read",
            "mark_read",
            "ignore",
            "edit",
            "delete",
            "react",
            "auth",
            "register",
            "create_invitation",
            "create_token",
            "get_tokens",
            "revoke_token",
            "kick",
            "mute",
            "unmute",
            "ban",
            "unban",
            "ping"),
        new ClientFormat().known());
  }
}
