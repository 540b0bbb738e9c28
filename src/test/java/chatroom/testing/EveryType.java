package chatroom.testing;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that a client may say of a room or of a message, in each type of the protocol: what a
 * stranger might try. {@code ROOM} stands for the room, {@code MESSAGE} for the id of a message in
 * it, {@code USER} for the id of somebody in it, and {@code WORD} for a word that was said there.
 */
public final class EveryType {
  private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z_]+)\"");

  /** What is said on a connection that was greeted. */
  public static final List<String> FRAMES =
      List.of(
              "{'type':'message','room':'ROOM','content':'x','ref':'r'}",
              "{'type':'message','room':'general','content':'x','reply_to':MESSAGE,'ref':'r'}",
              "{'type':'message','room':'ROOM','content':''}",
              "{'type':'image','room':'ROOM','url':'https://example.org/x.png','ref':'r'}",
              "{'type':'image','room':'general','url':'https://example.org/x.png','reply_to':MESSAGE}",
              "{'type':'private_message','to_id':'ROOM','content':'x','ref':'r'}",
              "{'type':'set_name','name':'System','ref':'r'}",
              "{'type':'register','username':'System','password':'correct horse 1','ref':'r'}",
              "{'type':'auth','ref':'r'}",
              "{'type':'change_password','password':'x','new_password':'correct horse 1','ref':'r'}",
              "{'type':'get_sessions','ref':'r'}",
              "{'type':'end_sessions','id':'USER','ref':'r'}",
              "{'type':'kick','target_id':USER,'ref':'r'}",
              "{'type':'mute','target_id':USER,'seconds':60,'ref':'r'}",
              "{'type':'unmute','target_id':USER,'ref':'r'}",
              "{'type':'ban','target_id':USER,'ref':'r'}",
              "{'type':'unban','target_id':USER,'ref':'r'}",
              "{'type':'set_role','target_id':USER,'role':'member','ref':'r'}",
              "{'type':'claim_admin','token':'ROOM','ref':'r'}",
              "{'type':'get_restraints','ref':'r'}",
              "{'type':'get_config','ref':'r'}",
              "{'type':'get_users','room':'ROOM','ref':'r'}",
              "{'type':'get_members','room':'ROOM','ref':'r'}",
              "{'type':'get_stats'}",
              "{'type':'get_rooms','ref':'r'}",
              "{'type':'get_history','room':'ROOM','ref':'r'}",
              "{'type':'get_history','room':'ROOM','before_seq':9}",
              "{'type':'get_history','room':'ROOM','after_seq':0}",
              "{'type':'search','query':'WORD','ref':'r'}",
              "{'type':'search','query':'WORD','room':'ROOM','ref':'r'}",
              "{'type':'search','query':'in:ROOM WORD','ref':'r'}",
              "{'type':'search','query':'from:USER in:ROOM','ref':'r'}",
              "{'type':'join_room','room':'ROOM','ref':'r'}",
              "{'type':'leave_room','room':'ROOM','ref':'r'}",
              "{'type':'create_room','room':'@ROOM','ref':'r'}",
              "{'type':'set_topic','room':'ROOM','topic':'x','ref':'r'}",
              "{'type':'archive_room','room':'ROOM','archived':true,'ref':'r'}",
              "{'type':'invite','room':'ROOM','to_id':USER,'ref':'r'}",
              "{'type':'invite','room':'ROOM','to_id':USER,'may_write':true,'ref':'r'}",
              "{'type':'uninvite','room':'ROOM','to_id':USER,'ref':'r'}",
              "{'type':'set_slow_mode','room':'ROOM','seconds':9,'ref':'r'}",
              "{'type':'set_room_role','room':'ROOM','to_id':USER,'role':'moderator','ref':'r'}",
              "{'type':'get_audit','ref':'r'}",
              "{'type':'get_people','name':'ROOM','ref':'r'}",
              "{'type':'lockdown','on':true,'ref':'r'}",
              "{'type':'report','message_id':MESSAGE,'reason':'x','ref':'r'}",
              "{'type':'typing','room':'ROOM','is_typing':true,'ref':'r'}",
              "{'type':'typing','room':'ROOM','is_typing':false,'ref':'r'}",
              "{'type':'read','message_id':MESSAGE,'ref':'r'}",
              "{'type':'mark_read','room':'ROOM','seq':1,'ref':'r'}",
              "{'type':'edit','message_id':MESSAGE,'content':'x','ref':'r'}",
              "{'type':'delete','message_id':MESSAGE,'ref':'r'}",
              "{'type':'react','message_id':MESSAGE,'emoji':'👍','on':true,'ref':'r'}",
              "{'type':'react','message_id':MESSAGE,'emoji':'👍','on':false,'ref':'r'}",
              "{'type':'ignore','to_id':'ROOM','on':true,'ref':'r'}",
              "{'type':'create_invitation','ref':'r'}",
              "{'type':'create_token','name':'x','scopes':'read','bot':'System','ref':'r'}",
              "{'type':'get_tokens','ref':'r'}",
              "{'type':'revoke_token','id':'ROOM','ref':'r'}",
              "{'type':'ping','ref':'r'}")
          .stream()
          .map(frame -> frame.replace('\'', '"'))
          .toList();

  /** What is said first on a connection of {@code chat.v1}. */
  public static final String HELLO = "{\"type\":\"hello\",\"rooms\":{\"ROOM\":0},\"ref\":\"r\"}";

  private EveryType() {}

  /** The types that are tried. */
  public static Set<String> tried() {
    return FRAMES.stream().map(EveryType::typeOf).collect(Collectors.toSet());
  }

  /** The type of a frame. */
  public static String typeOf(String frame) {
    Matcher type = TYPE.matcher(frame);
    if (!type.find()) {
      throw new AssertionError("no type in " + frame);
    }
    return type.group(1);
  }
}
