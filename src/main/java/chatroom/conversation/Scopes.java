package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Scope;
import chatroom.wire.ClientMessage;
import chatroom.wire.HouseAct;
import chatroom.wire.OfficialAct;
import java.util.Map;
import java.util.Set;

/**
 * What each scope of an access key lets through: every type of the protocol is in one table, and
 * one that is not in it is let through by none.
 *
 * <p>Thread safety: immutable.
 */
final class Scopes {
  /** What a type needs. */
  enum Need {
    /** {@link Scope#READ}. */
    READ,
    /** {@link Scope#WRITE}. */
    WRITE,
    /** The same, and {@link Scope#MODERATE} of whom a role lets do it to what is others'. */
    WRITE_OR_MODERATE,
    /** {@link Scope#MODERATE}. */
    MODERATE,
    /** No scope is enough: only who signed in says that. */
    NEVER
  }

  static final Map<Class<? extends ClientMessage>, Need> TABLE =
      Map.ofEntries(
          Map.entry(ClientMessage.Hello.class, Need.NEVER),
          Map.entry(ClientMessage.Auth.class, Need.NEVER),
          Map.entry(ClientMessage.Register.class, Need.NEVER),
          Map.entry(ClientMessage.ChangePassword.class, Need.NEVER),
          Map.entry(ClientMessage.GetSessions.class, Need.NEVER),
          Map.entry(ClientMessage.EndSessions.class, Need.NEVER),
          Map.entry(ClientMessage.CreateInvitation.class, Need.NEVER),
          Map.entry(ClientMessage.CreateToken.class, Need.NEVER),
          Map.entry(ClientMessage.GetTokens.class, Need.NEVER),
          Map.entry(ClientMessage.RevokeToken.class, Need.NEVER),
          Map.entry(ClientMessage.GetUsers.class, Need.READ),
          Map.entry(ClientMessage.GetMembers.class, Need.READ),
          Map.entry(ClientMessage.GetStats.class, Need.READ),
          Map.entry(ClientMessage.GetHistory.class, Need.READ),
          Map.entry(ClientMessage.GetRooms.class, Need.READ),
          Map.entry(ClientMessage.Search.class, Need.READ),
          Map.entry(ClientMessage.JoinRoom.class, Need.READ),
          Map.entry(ClientMessage.LeaveRoom.class, Need.READ),
          Map.entry(ClientMessage.Ping.class, Need.READ),
          Map.entry(ClientMessage.Post.class, Need.WRITE),
          Map.entry(ClientMessage.Image.class, Need.WRITE),
          Map.entry(ClientMessage.PrivatePost.class, Need.WRITE),
          Map.entry(ClientMessage.Edit.class, Need.WRITE),
          Map.entry(ClientMessage.React.class, Need.WRITE),
          Map.entry(ClientMessage.SetName.class, Need.WRITE),
          Map.entry(ClientMessage.CreateRoom.class, Need.WRITE),
          Map.entry(ClientMessage.Type.class, Need.WRITE),
          Map.entry(ClientMessage.Read.class, Need.WRITE),
          Map.entry(ClientMessage.MarkRead.class, Need.WRITE),
          Map.entry(ClientMessage.Ignore.class, Need.WRITE),
          Map.entry(ClientMessage.Delete.class, Need.WRITE_OR_MODERATE),
          Map.entry(ClientMessage.SetTopic.class, Need.WRITE_OR_MODERATE),
          Map.entry(ClientMessage.ArchiveRoom.class, Need.WRITE_OR_MODERATE),
          Map.entry(ClientMessage.Invite.class, Need.WRITE_OR_MODERATE),
          Map.entry(ClientMessage.Uninvite.class, Need.WRITE_OR_MODERATE),
          Map.entry(ClientMessage.SetSlowMode.class, Need.WRITE_OR_MODERATE),
          Map.entry(ClientMessage.SetRoomRole.class, Need.WRITE_OR_MODERATE),
          Map.entry(HouseAct.Report.class, Need.WRITE),
          Map.entry(HouseAct.SetLockdown.class, Need.MODERATE),
          Map.entry(HouseAct.GetAudit.class, Need.MODERATE),
          Map.entry(HouseAct.GetPeople.class, Need.MODERATE),
          Map.entry(OfficialAct.Kick.class, Need.MODERATE),
          Map.entry(OfficialAct.Mute.class, Need.MODERATE),
          Map.entry(OfficialAct.Unmute.class, Need.MODERATE),
          Map.entry(OfficialAct.Ban.class, Need.MODERATE),
          Map.entry(OfficialAct.Unban.class, Need.MODERATE),
          Map.entry(ClientMessage.GetRestraints.class, Need.MODERATE),
          Map.entry(OfficialAct.SetRole.class, Need.NEVER),
          Map.entry(ClientMessage.ClaimAdmin.class, Need.NEVER),
          Map.entry(ClientMessage.GetConfig.class, Need.NEVER));

  private Scopes() {}

  /**
   * Lets pass what a key with these scopes lets through.
   *
   * @param role the user's, as it is now
   * @throws Rejection {@link Code#NOT_ALLOWED}
   */
  static void require(Set<Scope> scopes, Role role, ClientMessage message) throws Rejection {
    boolean passes =
        switch (TABLE.getOrDefault(message.getClass(), Need.NEVER)) {
          case READ -> scopes.contains(Scope.READ);
          case WRITE -> scopes.contains(Scope.WRITE);
          case WRITE_OR_MODERATE ->
              scopes.contains(Scope.WRITE)
                  && (role == Role.MEMBER || scopes.contains(Scope.MODERATE));
          case MODERATE -> scopes.contains(Scope.MODERATE);
          case NEVER -> false;
        };
    if (!passes) {
      throw new Rejection(Code.NOT_ALLOWED, "The scopes of the token do not let that through");
    }
  }
}
