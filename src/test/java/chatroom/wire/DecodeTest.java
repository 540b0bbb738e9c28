package chatroom.wire;

import static chatroom.wire.Decoding.decoded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may say is understood. */
class DecodeTest {
  static Stream<Map.Entry<String, ClientMessage>> everyType() {
    return Stream.of(
            everyTypeOfTalk(),
            everyChange(),
            everyTypeOfRooms(),
            everyRoomAct(),
            everySignal(),
            everySignIn(),
            everyActOfOrder())
        .flatMap(it -> it);
  }

  private static Stream<Map.Entry<String, ClientMessage>> everyChange() {
    return Map.<String, ClientMessage>of(
        """
        {"type":"edit","message_id":7,"content":"hi","ref":"r"}""",
        new ClientMessage.Edit(7L, "hi", "r"),
        """
        {"type":"delete","message_id":7,"ref":"r"}""",
        new ClientMessage.Delete(7L, "r"),
        """
        {"type":"react","message_id":7,"emoji":"👍","on":true,"ref":"r"}""",
        new ClientMessage.React(7L, "👍", true, "r"))
        .entrySet()
        .stream();
  }

  private static Stream<Map.Entry<String, ClientMessage>> everySignal() {
    return Map.<String, ClientMessage>of(
        """
        {"type":"typing","is_typing":true,"room":"random","ref":"r"}""",
        new ClientMessage.Type(true, "random", null, "r"),
        """
        {"type":"mark_read","room":"@7","seq":9,"ref":"r"}""",
        new ClientMessage.MarkRead("@7", 9L, "r"),
        """
        {"type":"ignore","to_id":7,"on":false,"ref":"r"}""",
        new ClientMessage.Ignore("7", false, "r"),
        """
        {"type":"typing","is_typing":false,"to_id":"7"}""",
        new ClientMessage.Type(false, null, "7", null))
        .entrySet()
        .stream();
  }

  private static Stream<Map.Entry<String, ClientMessage>> everyTypeOfRooms() {
    return Map.<String, ClientMessage>of(
        """
        {"type":"join_room","room":"random","ref":"r"}""",
        new ClientMessage.JoinRoom("random", "r"),
        """
        {"type":"leave_room","room":"random","ref":"r"}""",
        new ClientMessage.LeaveRoom("random", "r"),
        """
        {"type":"get_rooms","ref":"r"}""",
        new ClientMessage.GetRooms("r"))
        .entrySet()
        .stream();
  }

  private static Stream<Map.Entry<String, ClientMessage>> everyRoomAct() {
    return Map.<String, ClientMessage>of(
        """
        {"type":"create_room","room":"plans","topic":"all","private":true,"announcement":false,\
        "ref":"r"}""",
        new ClientMessage.CreateRoom("plans", "all", true, false, "r"),
        """
        {"type":"create_room","room":"plans"}""",
        new ClientMessage.CreateRoom("plans", null, null, null, null),
        """
        {"type":"set_topic","room":"plans","topic":"none","ref":"r"}""",
        new ClientMessage.SetTopic("plans", "none", "r"),
        """
        {"type":"archive_room","room":"plans","archived":false,"ref":"r"}""",
        new ClientMessage.ArchiveRoom("plans", false, "r"),
        """
        {"type":"invite","room":"plans","to_id":7,"may_write":true,"ref":"r"}""",
        new ClientMessage.Invite("plans", "7", true, "r"),
        """
        {"type":"uninvite","room":"plans","to_id":"7","ref":"r"}""",
        new ClientMessage.Uninvite("plans", "7", "r"),
        """
        {"type":"get_members","room":"plans","ref":"r"}""",
        new ClientMessage.GetMembers("plans", "r"))
        .entrySet()
        .stream();
  }

  private static Stream<Map.Entry<String, ClientMessage>> everyActOfOrder() {
    return Map.<String, ClientMessage>of(
        """
        {"type":"set_slow_mode","room":"plans","seconds":30,"ref":"r"}""",
        new ClientMessage.SetSlowMode("plans", 30L, "r"),
        """
        {"type":"set_room_role","room":"plans","to_id":7,"role":"moderator","ref":"r"}""",
        new ClientMessage.SetRoomRole("plans", "7", "moderator", "r"),
        """
        {"type":"get_audit","before":9,"limit":3,"ref":"r"}""",
        new HouseAct.GetAudit(9L, 3L, "r"),
        """
        {"type":"get_people","after":9,"limit":3,"name":"An","ref":"r"}""",
        new HouseAct.GetPeople(9L, 3L, "An", "r"),
        """
        {"type":"lockdown","on":true,"ref":"r"}""",
        new HouseAct.SetLockdown(true, "r"),
        """
        {"type":"report","message_id":42,"reason":"spam","ref":"r"}""",
        new HouseAct.Report(42L, "spam", "r"))
        .entrySet()
        .stream();
  }

  private static Stream<Map.Entry<String, ClientMessage>> everySignIn() {
    return Map.<String, ClientMessage>of(
        """
        {"type":"auth","username":"Ann","password":"pw","ref":"r"}""",
        new ClientMessage.Auth("Ann", "pw", "r"),
        """
        {"type":"register","username":"Ann","password":"pw","invitation":"iv","ref":"r"}""",
        new ClientMessage.Register("Ann", "pw", "iv", "r"),
        """
        {"type":"change_password","password":"pw","new_password":"wp","ref":"r"}""",
        new ClientMessage.ChangePassword("pw", "wp", "r"),
        """
        {"type":"get_sessions","ref":"r"}""",
        new ClientMessage.GetSessions("r"),
        """
        {"type":"end_sessions","id":"1f","ref":"r"}""",
        new ClientMessage.EndSessions("1f", "r"),
        """
        {"type":"create_invitation","seconds":60,"uses":2,"ref":"r"}""",
        new ClientMessage.CreateInvitation(60L, 2L, "r"),
        """
        {"type":"create_token","name":"ci","scopes":"read","seconds":60,"bot":"Robo","ref":"r"}""",
        new ClientMessage.CreateToken("ci", "read", 60L, "Robo", "r"),
        """
        {"type":"get_tokens","ref":"r"}""",
        new ClientMessage.GetTokens("r"),
        """
        {"type":"revoke_token","id":"1f","ref":"r"}""",
        new ClientMessage.RevokeToken("1f", "r"))
        .entrySet()
        .stream();
  }

  private static Stream<Map.Entry<String, ClientMessage>> everyTypeOfTalk() {
    return Map.<String, ClientMessage>of(
        """
        {"type":"hello","frames":"binary","name":"Ann","rooms":{"general":9,"@7":0},\
        "resume_token":"t","username":"Ann","password":"pw","token":"k","ref":"r"}""",
        new ClientMessage.Hello(
            "binary", "Ann", Map.of("general", 9L, "@7", 0L), "t", "Ann", "pw", "k", "r"),
        """
        {"type":"message","content":"hi ☕ 👍","room":"general","ref":"r","reply_to":7}""",
        new ClientMessage.Post("hi ☕ 👍", "general", "r", 7L),
        """
        {"type":"image","url":"u","alt":"a","room":"@7","ref":"r","reply_to":7}""",
        new ClientMessage.Image("u", "a", "@7", "r", 7L),
        """
        {"type":"private_message","to_id":7,"content":"hi","ref":"r"}""",
        new ClientMessage.PrivatePost("7", "hi", "r", null),
        """
        {"type":"set_name","name":"Ann","ref":"r"}""",
        new ClientMessage.SetName("Ann", "r"),
        """
        {"type":"get_users","room":"general","ref":"r"}""",
        new ClientMessage.GetUsers("general", "r"),
        """
        {"type":"get_stats","ref":"r"}""",
        new ClientMessage.GetStats("r"),
        """
        {"type":"get_history","room":"@7","before_seq":9,"after_seq":-1,"limit":20,"ref":"r"}""",
        new ClientMessage.GetHistory("@7", 9L, -1L, 20L, "r"),
        """
        {"type":"ping","ref":"r"}""",
        new ClientMessage.Ping("r"))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyTypeIsUnderstood(Map.Entry<String, ClientMessage> sample) throws Malformed {
    assertEquals(sample.getValue(), decoded(sample.getKey()));
  }

  @Test
  void theTypeMayStandAnywhereAndSpaceToo() throws Malformed {
    assertEquals(
        new ClientMessage.SetName("Ann", null),
        decoded(" {\"name\" : \"Ann\",\n\"type\":\"set_name\"}\r\n"));
  }

  @Test
  void whatIsAbsentIsNull() throws Malformed {
    assertEquals(new ClientMessage.Post(null, null, null, null), decoded("{\"type\":\"message\"}"));
    assertEquals(
        new ClientMessage.GetHistory(null, null, null, null, null),
        decoded("{\"type\":\"get_history\"}"));
  }

  @Test
  void nullIsAbsent() throws Malformed {
    assertEquals(
        new ClientMessage.PrivatePost(null, null, null, null),
        decoded("{\"type\":\"private_message\",\"to_id\":null,\"content\":null,\"ref\":null}"));
    assertEquals(
        new ClientMessage.GetHistory(null, null, null, null, null),
        decoded("{\"type\":\"get_history\",\"before_seq\":null,\"limit\":null}"));
  }

  @Test
  void unknownFieldsAreIgnoredWhateverTheyHold() throws Malformed {
    assertEquals(
        new ClientMessage.Ping(null),
        decoded(
            "{\"x\":{\"type\":\"message\",\"ref\":[1]},\"type\":\"ping\",\"y\":[{\"ref\":\"r\"}],"
                + "\"z\":1e999999,\"limit\":\"no\",\"Ref\":5}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7\""})
  void anAddresseeIsANumberOrAString(String id) throws Malformed {
    assertEquals(
        new ClientMessage.PrivatePost("7", null, null, null),
        decoded("{\"type\":\"private_message\",\"to_id\":" + id + "}"));
  }

  static Stream<String> numbersThatAreNoUser() {
    return Stream.of(
        "1.5",
        "7.0",
        "7e0",
        "1e999999999",
        "1e-99999999999",
        "12345678901234567890",
        "9".repeat(2_000));
  }

  @ParameterizedTest
  @MethodSource("numbersThatAreNoUser")
  void anAddresseeThatIsNoIntegerIsNobody(String id) {
    String text = "{\"type\":\"private_message\",\"to_id\":" + id + ",\"ref\":\"r\"}";
    Rejection rejection = assertThrows(Malformed.class, () -> decoded(text)).rejection();

    assertEquals(Code.USER_NOT_FOUND, rejection.code());
    assertEquals("r", rejection.ref());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "999999999999999999", "-999999999999999999"})
  void anIntegerHasUpToEighteenDigits(String limit) throws Malformed {
    assertEquals(
        new ClientMessage.GetHistory(null, null, null, Long.valueOf(limit), null),
        decoded("{\"type\":\"get_history\",\"limit\":" + limit + "}"));
  }

  @Test
  void aRefHasUpToSixtyFourCharactersHoweverManyBytesTheyTake() throws Malformed {
    String ref = "👍".repeat(64);

    assertEquals(
        new ClientMessage.Ping(ref), decoded("{\"type\":\"ping\",\"ref\":\"" + ref + "\"}"));
  }

  @Test
  void aPairOfEscapedSurrogatesIsOneCharacter() throws Malformed {
    assertEquals(
        new ClientMessage.SetName("👍", null),
        decoded("{\"type\":\"set_name\",\"name\":\"\\ud83d\\udc4d\"}"));
  }

  @Test
  void ofAFieldThatComesTwiceTheLastCounts() throws Malformed {
    assertEquals(
        new ClientMessage.Post("b", null, null, null),
        decoded("{\"type\":\"message\",\"content\":\"a\",\"content\":\"b\"}"));
  }
}
