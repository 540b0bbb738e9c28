package chatroom.functional;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What is well formed and means what it must not, by type: the code that it is answered with, and
 * the fields. Words in capitals stand for what is there: people, rooms, and messages that are
 * mallory's own, and that are not.
 */
final class WrongValues {
  /** What no message of a room that mallory is in has as its number. */
  private static final List<String> NO_MESSAGES =
      List.of(
          "0",
          "-1",
          "-999999999999999999",
          "9007199254740991",
          "9007199254740992",
          "9007199254740993",
          "999999999999999999",
          "NEXT",
          "ELSEWHERE",
          "SECRET",
          "WHISPERED",
          "CHANGE");

  /** Whom there is none of. */
  private static final List<String> NOBODY =
      List.of(
          "0",
          "-1",
          "1.5",
          "1e1",
          "9007199254740991",
          "9007199254740992",
          "18446744073709551617",
          "null",
          "''",
          "'x'",
          "'+1'",
          "' 1'",
          "'01'",
          "'\uff11'",
          "'@WITNESS'",
          "'1:2'");

  /** Which mallory knows of no room of. */
  private static final List<String> NO_ROOMS =
      List.of(
          "''",
          "'HIDDEN'",
          "'nowhere'",
          "'General'",
          "'general '",
          "'gener\u0430l'",
          "'\uff47eneral'",
          "'gen\u200beral'",
          "'\u202egeneral'",
          "'general\\u0000'",
          "'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'",
          "'../general'",
          "'general,random'",
          "'%'",
          "'*'");

  private static final List<String> NO_TOPICS =
      List.of(
          "'a\\nb'",
          "'a\\u0000b'",
          "'a\\u0085b'",
          "'a\u2028b'",
          "'\u202egnitirw'",
          "'\u2067x'",
          "'" + "x".repeat(251) + "'");

  private static final List<String> NO_NAMES =
      List.of(
          "''",
          "'@'",
          "'@WITNESS'",
          "'1:2'",
          "'a\u200db'",
          "'\u202ea'",
          "'a\\u0000'",
          "'\u0301a'",
          "'\u3164'",
          "'" + "x".repeat(41) + "'",
          "'" + "\ufdfa".repeat(10) + "'",
          "'" + "x".repeat(9_000) + "'");

  private static final List<String> NO_EMOJI =
      List.of(
          "''",
          "'a'",
          "':+1:'",
          "'\ud83d\udc4d\ud83d\udc4d'",
          "'\ud83d\udc4d\u0000'".replace("\u0000", "\\u0000"),
          "'\ud83d\udc4d\u202e'",
          "'\ufe0f'",
          "'\ud83d\udc4d" + "\u0301".repeat(31) + "'",
          "'\ud83d\udc4d" + "\ud83d\udc4d".repeat(2_000) + "'");

  private WrongValues() {}

  static Stream<Arguments> all() {
    List<String> changed = with(NO_MESSAGES, "DELETED", "null");
    return Stream.of(
        arguments("edit", "message_not_found", each("'content':'x','message_id':%s", changed)),
        arguments("edit", "not_allowed", List.of("'content':'x','message_id':THEIRS")),
        arguments(
            "edit",
            "invalid_url",
            List.of("'message_id':PICTURE,'content':'" + "x".repeat(501) + "'")),
        arguments("delete", "message_not_found", each("'message_id':%s", changed)),
        arguments("delete", "not_allowed", List.of("'message_id':THEIRS")),
        arguments(
            "react",
            "message_not_found",
            each("'emoji':'\u2615','on':true,'message_id':%s", changed)),
        arguments(
            "react", "invalid_format", each("'message_id':MINE,'on':true,'emoji':%s", NO_EMOJI)),
        arguments(
            "read",
            "message_not_found",
            each("'message_id':%s", without(with(changed, "MINE"), "ELSEWHERE"))),
        arguments("message", "message_not_found", each("'content':'x','reply_to':%s", NO_MESSAGES)),
        arguments(
            "image", "message_not_found", each("'url':'https://a.b','reply_to':%s", NO_MESSAGES)),
        arguments(
            "private_message",
            "message_not_found",
            each("'to_id':WITNESS,'content':'x','reply_to':%s", with(NO_MESSAGES, "THEIRS"))),
        arguments("private_message", "user_not_found", each("'content':'x','to_id':%s", NOBODY)),
        arguments(
            "image",
            "invalid_url",
            each(
                "'url':%s",
                List.of("'uploads/" + "0".repeat(32) + "'", "'uploads/..'", "'uploads/%'"))),
        arguments("message", "room_not_found", each("'content':'x','room':%s", NO_ROOMS)),
        arguments("image", "room_not_found", each("'url':'https://a.b','room':%s", NO_ROOMS)),
        arguments("join_room", "room_not_found", each("'room':%s", without(NO_ROOMS, "''"))),
        arguments("leave_room", "room_not_found", each("'room':%s", without(NO_ROOMS, "''"))),
        arguments("typing", "room_not_found", each("'is_typing':true,'room':%s", NO_ROOMS)),
        arguments(
            "typing",
            "user_not_found",
            each("'is_typing':true,'to_id':%s", without(NOBODY, "null"))),
        arguments(
            "typing",
            "not_allowed",
            each("'is_typing':true,'room':%s", List.of("'ARCHIVED'", "'NEWS'"))),
        arguments("mark_read", "room_not_found", each("'seq':1,'room':%s", NO_ROOMS)),
        arguments(
            "mark_read",
            "invalid_format",
            each("'room':'general','seq':%s", List.of("-1", "-999999999999999999", "null"))),
        arguments("get_users", "room_not_found", each("'room':%s", NO_ROOMS)),
        arguments(
            "get_history",
            "room_not_found",
            each("'room':%s", with(NO_ROOMS, "'@'", "'@0'", "'@x'", "'@9007199254740992'"))),
        arguments("get_history", "invalid_format", List.of("'before_seq':9,'after_seq':1")),
        arguments("search", "room_not_found", each("'query':'x','room':%s", NO_ROOMS)),
        arguments(
            "search",
            "invalid_format",
            each(
                "'query':%s",
                List.of(
                    "''",
                    "'*'",
                    "'%'",
                    "'_'",
                    "'\\\"'",
                    "'()'",
                    "'before:x'",
                    "'after:2026-02-30'",
                    "'has:x'",
                    "'from:a from:b'",
                    "'" + "x".repeat(201) + "'"))),
        arguments("create_room", "invalid_room", each("'room':%s", with(NO_NAMES, "null"))),
        arguments(
            "create_room",
            "room_exists",
            each(
                "'room':%s",
                List.of(
                    "'general'",
                    "'GENERAL'",
                    "'\uff47\uff45\uff4e\uff45\uff52\uff41\uff4c'",
                    "'gener\u0430l'",
                    "'\u0261eneral'",
                    "'HIDDEN'"))),
        arguments(
            "set_topic",
            "room_not_found",
            each("'topic':'x','room':%s", with(NO_ROOMS, "'@WITNESS'"))),
        arguments("set_topic", "invalid_room", each("'room':'general','topic':%s", NO_TOPICS)),
        arguments("set_topic", "invalid_format", List.of("'room':'general'", "'topic':null")),
        arguments(
            "set_topic",
            "not_allowed",
            each("'topic':'x','room':%s", List.of("'NEWS'", "'ARCHIVED'"))),
        arguments(
            "archive_room",
            "room_not_found",
            each("'archived':true,'room':%s", with(NO_ROOMS, "'@WITNESS'"))),
        arguments(
            "archive_room",
            "not_allowed",
            each("'archived':false,'room':%s", List.of("'general'", "'NEWS'", "'ARCHIVED'"))),
        arguments("invite", "user_not_found", each("'room':'OWN','to_id':%s", NOBODY)),
        arguments(
            "invite",
            "not_allowed",
            List.of(
                "'room':'OWN','to_id':MALLORY",
                "'room':'general','to_id':WITNESS",
                "'room':'NEWS','to_id':MALLORY,'may_write':true")),
        arguments("invite", "room_not_found", each("'to_id':WITNESS,'room':%s", NO_ROOMS)),
        arguments(
            "uninvite",
            "user_not_found",
            each("'room':'OWN','to_id':%s", with(NOBODY, "MALLORY", "WITNESS"))),
        arguments(
            "uninvite",
            "not_allowed",
            List.of("'room':'NEWS','to_id':WITNESS", "'room':'general','to_id':WITNESS")),
        arguments("uninvite", "room_not_found", each("'to_id':WITNESS,'room':%s", NO_ROOMS)),
        arguments("get_members", "not_allowed", each("'room':%s", List.of("'NEWS'", "'general'"))),
        arguments("get_members", "room_not_found", each("'room':%s", NO_ROOMS)),
        arguments(
            "ignore",
            "user_not_found",
            each("'on':true,'to_id':%s", without(NOBODY, "9007199254740991"))),
        arguments("ignore", "not_allowed", List.of("'on':true,'to_id':MALLORY")));
  }

  private static List<String> each(String fields, List<String> values) {
    return values.stream().map(value -> fields.replace("%s", value)).toList();
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  private static List<String> without(List<String> some, String one) {
    return some.stream().filter(it -> !it.equals(one)).toList();
  }
}
