package chatroom.wire;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says. Fields are as they came, null where absent; their meaning is checked where
 * they are used.
 *
 * <p>Thread safety: immutable.
 */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "hello", type = ClientMessage.Hello.class),
      @JsonbSubtype(alias = "message", type = ClientMessage.Post.class),
      @JsonbSubtype(alias = "image", type = ClientMessage.Image.class),
      @JsonbSubtype(alias = "edit", type = ClientMessage.Edit.class),
      @JsonbSubtype(alias = "delete", type = ClientMessage.Delete.class),
      @JsonbSubtype(alias = "react", type = ClientMessage.React.class),
      @JsonbSubtype(alias = "private_message", type = ClientMessage.PrivatePost.class),
      @JsonbSubtype(alias = "set_name", type = ClientMessage.SetName.class),
      @JsonbSubtype(alias = "get_users", type = ClientMessage.GetUsers.class),
      @JsonbSubtype(alias = "get_members", type = ClientMessage.GetMembers.class),
      @JsonbSubtype(alias = "get_stats", type = ClientMessage.GetStats.class),
      @JsonbSubtype(alias = "get_history", type = ClientMessage.GetHistory.class),
      @JsonbSubtype(alias = "get_rooms", type = ClientMessage.GetRooms.class),
      @JsonbSubtype(alias = "search", type = ClientMessage.Search.class),
      @JsonbSubtype(alias = "join_room", type = ClientMessage.JoinRoom.class),
      @JsonbSubtype(alias = "leave_room", type = ClientMessage.LeaveRoom.class),
      @JsonbSubtype(alias = "create_room", type = ClientMessage.CreateRoom.class),
      @JsonbSubtype(alias = "set_topic", type = ClientMessage.SetTopic.class),
      @JsonbSubtype(alias = "archive_room", type = ClientMessage.ArchiveRoom.class),
      @JsonbSubtype(alias = "invite", type = ClientMessage.Invite.class),
      @JsonbSubtype(alias = "uninvite", type = ClientMessage.Uninvite.class),
      @JsonbSubtype(alias = "set_slow_mode", type = ClientMessage.SetSlowMode.class),
      @JsonbSubtype(alias = "set_room_role", type = ClientMessage.SetRoomRole.class),
      @JsonbSubtype(alias = "get_audit", type = HouseAct.GetAudit.class),
      @JsonbSubtype(alias = "get_people", type = HouseAct.GetPeople.class),
      @JsonbSubtype(alias = "lockdown", type = HouseAct.SetLockdown.class),
      @JsonbSubtype(alias = "report", type = HouseAct.Report.class),
      @JsonbSubtype(alias = "typing", type = ClientMessage.Type.class),
      @JsonbSubtype(alias = "read", type = ClientMessage.Read.class),
      @JsonbSubtype(alias = "mark_read", type = ClientMessage.MarkRead.class),
      @JsonbSubtype(alias = "ignore", type = ClientMessage.Ignore.class),
      @JsonbSubtype(alias = "auth", type = ClientMessage.Auth.class),
      @JsonbSubtype(alias = "register", type = ClientMessage.Register.class),
      @JsonbSubtype(alias = "change_password", type = ClientMessage.ChangePassword.class),
      @JsonbSubtype(alias = "get_sessions", type = ClientMessage.GetSessions.class),
      @JsonbSubtype(alias = "end_sessions", type = ClientMessage.EndSessions.class),
      @JsonbSubtype(alias = "kick", type = OfficialAct.Kick.class),
      @JsonbSubtype(alias = "mute", type = OfficialAct.Mute.class),
      @JsonbSubtype(alias = "unmute", type = OfficialAct.Unmute.class),
      @JsonbSubtype(alias = "ban", type = OfficialAct.Ban.class),
      @JsonbSubtype(alias = "unban", type = OfficialAct.Unban.class),
      @JsonbSubtype(alias = "set_role", type = OfficialAct.SetRole.class),
      @JsonbSubtype(alias = "claim_admin", type = ClientMessage.ClaimAdmin.class),
      @JsonbSubtype(alias = "get_restraints", type = ClientMessage.GetRestraints.class),
      @JsonbSubtype(alias = "get_config", type = ClientMessage.GetConfig.class),
      @JsonbSubtype(alias = "create_invitation", type = ClientMessage.CreateInvitation.class),
      @JsonbSubtype(alias = "create_token", type = ClientMessage.CreateToken.class),
      @JsonbSubtype(alias = "get_tokens", type = ClientMessage.GetTokens.class),
      @JsonbSubtype(alias = "revoke_token", type = ClientMessage.RevokeToken.class),
      @JsonbSubtype(alias = "ping", type = ClientMessage.Ping.class),
    })
public sealed interface ClientMessage
    permits ClientMessage.Hello,
        ClientMessage.Auth,
        ClientMessage.AccountAct,
        ClientMessage.Post,
        ClientMessage.Image,
        ClientMessage.PrivatePost,
        ClientMessage.Edit,
        ClientMessage.Delete,
        ClientMessage.React,
        ClientMessage.SetName,
        ClientMessage.GetUsers,
        ClientMessage.GetMembers,
        ClientMessage.GetStats,
        ClientMessage.GetHistory,
        ClientMessage.GetRooms,
        ClientMessage.Search,
        ClientMessage.JoinRoom,
        ClientMessage.LeaveRoom,
        ClientMessage.RoomAct,
        ClientMessage.Type,
        ClientMessage.Read,
        ClientMessage.MarkRead,
        ClientMessage.Ignore,
        ClientMessage.ClaimAdmin,
        ClientMessage.GetRestraints,
        ClientMessage.GetConfig,
        ClientMessage.Ping,
        HouseAct,
        OfficialAct {
  /** The client's own mark, which the answer repeats; at most 64 characters. */
  @Nullable String ref();

  /**
   * {@code hello}: the first thing that is said in {@code chat.v1}.
   *
   * @param frames "text" or "binary"
   * @param name what to be called
   * @param rooms the last {@code seq} seen in each room, from 0; at most {@value
   *     ClientFormat#MAX_ROOMS} rooms
   * @param resumeToken that of an earlier welcome
   * @param username of an account, instead of a token
   * @param password the account's
   * @param token of a program, instead of all these
   */
  record Hello(
      @Nullable String frames,
      @Nullable String name,
      @Nullable Map<String, Long> rooms,
      @Nullable String resumeToken,
      @Nullable String username,
      @Nullable String password,
      @Nullable String token,
      @Nullable String ref)
      implements ClientMessage {
    /** Tells nothing of token and password, for the log. */
    @Override
    public String toString() {
      return "Hello";
    }
  }

  /** {@code auth}: I am somebody who has an account. */
  record Auth(@Nullable String username, @Nullable String password, @Nullable String ref)
      implements ClientMessage {
    /** Tells nothing of the password, for the log. */
    @Override
    public String toString() {
      return "Auth";
    }
  }

  /** What a user does about their own account, or about those of others. */
  sealed interface AccountAct extends ClientMessage {}

  /** {@code register}: make me an account, by the token of an invitation where it is needed. */
  record Register(
      @Nullable String username,
      @Nullable String password,
      @Nullable String invitation,
      @Nullable String ref)
      implements AccountAct {
    /** Tells nothing of password and invitation, for the log. */
    @Override
    public String toString() {
      return "Register";
    }
  }

  /** {@code change_password}: from now on it is another one than {@code password}. */
  record ChangePassword(
      @Nullable String password, @Nullable String newPassword, @Nullable String ref)
      implements AccountAct {
    /** Tells nothing of the passwords, for the log. */
    @Override
    public String toString() {
      return "ChangePassword";
    }
  }

  /** {@code get_sessions}: where am I signed in. */
  record GetSessions(@Nullable String ref) implements AccountAct {}

  /** {@code end_sessions}: I am not signed in there any more; nowhere but here if it is null. */
  record EndSessions(@Nullable String id, @Nullable String ref) implements AccountAct {}

  /** {@code create_invitation}: let others make so many accounts, for so long. */
  record CreateInvitation(@Nullable Long seconds, @Nullable Long uses, @Nullable String ref)
      implements AccountAct {}

  /** {@code create_token}: let a program come as me or as a bot, to do what the scopes say. */
  record CreateToken(
      @Nullable String name,
      @Nullable String scopes,
      @Nullable Long seconds,
      @Nullable String bot,
      @Nullable String ref)
      implements AccountAct {}

  /** {@code get_tokens}: which are there. */
  record GetTokens(@Nullable String ref) implements AccountAct {}

  /** {@code revoke_token}: that program does not come any more. */
  record RevokeToken(@Nullable String id, @Nullable String ref) implements AccountAct {}

  /** {@code message}: say something to a room. */
  record Post(
      @Nullable String content, @Nullable String room, @Nullable String ref, @Nullable Long replyTo)
      implements ClientMessage {}

  /** {@code image}: show an image to a room or to one person. */
  record Image(
      @Nullable String url,
      @Nullable String alt,
      @Nullable String room,
      @Nullable String ref,
      @Nullable Long replyTo)
      implements ClientMessage {}

  /** {@code private_message}: say something to one person. */
  record PrivatePost(
      @NumberOrString @Nullable String toId,
      @Nullable String content,
      @Nullable String ref,
      @Nullable Long replyTo)
      implements ClientMessage {}

  /** {@code edit}: let a message say something else. */
  record Edit(@Nullable Long messageId, @Nullable String content, @Nullable String ref)
      implements ClientMessage {}

  /** {@code delete}: let a message be a tombstone. */
  record Delete(@Nullable Long messageId, @Nullable String ref) implements ClientMessage {}

  /** {@code react}: put an emoji to a message, or take it away. */
  record React(
      @Nullable Long messageId, @Nullable String emoji, @Nullable Boolean on, @Nullable String ref)
      implements ClientMessage {}

  /** {@code set_name}: be called something else. */
  record SetName(@Nullable String name, @Nullable String ref) implements ClientMessage {}

  /** {@code get_users}: who is in a room. */
  record GetUsers(@Nullable String room, @Nullable String ref) implements ClientMessage {}

  /** {@code get_members}: who was invited into a room, and who may write there. */
  record GetMembers(@Nullable String room, @Nullable String ref) implements ClientMessage {}

  /** {@code get_stats}: how the server is. */
  record GetStats(@Nullable String ref) implements ClientMessage {}

  /** {@code get_history}: what was said before or after a {@code seq}. */
  record GetHistory(
      @Nullable String room,
      @Nullable Long beforeSeq,
      @Nullable Long afterSeq,
      @Nullable Long limit,
      @Nullable String ref)
      implements ClientMessage {}

  /** {@code get_rooms}: which rooms there are. */
  record GetRooms(@Nullable String ref) implements ClientMessage {}

  /** {@code search}: what was said that is like this. */
  record Search(
      @Nullable String query,
      @Nullable String room,
      @Nullable Long beforeId,
      @Nullable Long limit,
      @Nullable String ref)
      implements ClientMessage {}

  /** {@code join_room}: be in a room, too. */
  record JoinRoom(@Nullable String room, @Nullable String ref) implements ClientMessage {}

  /** {@code leave_room}: be in a room no more. */
  record LeaveRoom(@Nullable String room, @Nullable String ref) implements ClientMessage {}

  /** What changes a room, or who may be in it. */
  sealed interface RoomAct extends ClientMessage {}

  /** {@code create_room}: make a room, and be in it. */
  record CreateRoom(
      @Nullable String room,
      @Nullable String topic,
      @JsonbProperty("private") @Nullable Boolean byInvitation,
      @Nullable Boolean announcement,
      @Nullable String ref)
      implements RoomAct {}

  /** {@code set_topic}: say what a room is about. */
  record SetTopic(@Nullable String room, @Nullable String topic, @Nullable String ref)
      implements RoomAct {}

  /** {@code archive_room}: let nothing be written in a room any more, or again. */
  record ArchiveRoom(@Nullable String room, @Nullable Boolean archived, @Nullable String ref)
      implements RoomAct {}

  /** {@code invite}: let somebody come into a private room, or write in one for announcements. */
  record Invite(
      @Nullable String room,
      @NumberOrString @Nullable String toId,
      @Nullable Boolean mayWrite,
      @Nullable String ref)
      implements RoomAct {}

  /** {@code uninvite}: let them do so no more. */
  record Uninvite(
      @Nullable String room, @NumberOrString @Nullable String toId, @Nullable String ref)
      implements RoomAct {}

  /** {@code set_slow_mode}: let members wait from one message to the next. */
  record SetSlowMode(@Nullable String room, @Nullable Long seconds, @Nullable String ref)
      implements RoomAct {}

  /** {@code set_room_role}: let somebody keep order in a room, or write nothing there. */
  record SetRoomRole(
      @Nullable String room,
      @NumberOrString @Nullable String toId,
      @Nullable String role,
      @Nullable String ref)
      implements RoomAct {}

  /** {@code typing}: I write something just now, or no more, in a room or to one person. */
  record Type(
      @Nullable Boolean isTyping,
      @Nullable String room,
      @NumberOrString @Nullable String toId,
      @Nullable String ref)
      implements ClientMessage {}

  /** {@code read}: give the author of a message a receipt. */
  record Read(@Nullable Long messageId, @Nullable String ref) implements ClientMessage {}

  /** {@code mark_read}: I have read a room up to there. */
  record MarkRead(@Nullable String room, @Nullable Long seq, @Nullable String ref)
      implements ClientMessage {}

  /** {@code ignore}: I do not want to hear of that person, or I do again. */
  record Ignore(@NumberOrString @Nullable String toId, @Nullable Boolean on, @Nullable String ref)
      implements ClientMessage {}

  /** {@code claim_admin}: I have the token of the first administrator. */
  record ClaimAdmin(@Nullable String token, @Nullable String ref) implements ClientMessage {
    /** Tells nothing of the token, for the log. */
    @Override
    public String toString() {
      return "ClaimAdmin";
    }
  }

  /** {@code get_restraints}: who is banned and who is muted. */
  record GetRestraints(@Nullable String ref) implements ClientMessage {}

  /** {@code get_config}: which settings are in force. */
  record GetConfig(@Nullable String ref) implements ClientMessage {}

  /** {@code ping}: are you there. */
  record Ping(@Nullable String ref) implements ClientMessage {}
}
