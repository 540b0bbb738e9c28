package chatroom.wire;

import chatroom.room.RoomEvent;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;

/**
 * What the server says. {@code timestamp} and {@code …At} are whole seconds since the epoch, {@code
 * sentAt} is milliseconds.
 *
 * <p>Thread safety: immutable.
 */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "welcome", type = SessionMessage.Welcome.class),
      @JsonbSubtype(alias = "users", type = RoomMessage.Users.class),
      @JsonbSubtype(alias = "members", type = RoomMessage.Members.class),
      @JsonbSubtype(alias = "history", type = StoredMessage.History.class),
      @JsonbSubtype(alias = "search_results", type = StoredMessage.SearchResults.class),
      @JsonbSubtype(alias = "join", type = RoomMessage.Join.class),
      @JsonbSubtype(alias = "leave", type = RoomMessage.Leave.class),
      @JsonbSubtype(alias = "presence", type = RoomMessage.Movement.class),
      @JsonbSubtype(alias = "message", type = StoredMessage.Message.class),
      @JsonbSubtype(alias = "private_message", type = StoredMessage.PrivateMessage.class),
      @JsonbSubtype(alias = "private_message_sent", type = StoredMessage.PrivateMessageSent.class),
      @JsonbSubtype(alias = "image", type = StoredMessage.Image.class),
      @JsonbSubtype(alias = "message_edited", type = ChangeMessage.MessageEdited.class),
      @JsonbSubtype(alias = "message_deleted", type = ChangeMessage.MessageDeleted.class),
      @JsonbSubtype(alias = "reaction", type = ChangeMessage.Reaction.class),
      @JsonbSubtype(alias = "name_changed", type = SessionMessage.NameChanged.class),
      @JsonbSubtype(alias = "user_renamed", type = RoomMessage.UserRenamed.class),
      @JsonbSubtype(alias = "room_joined", type = RoomMessage.RoomJoined.class),
      @JsonbSubtype(alias = "room_left", type = RoomMessage.RoomLeft.class),
      @JsonbSubtype(alias = "rooms", type = RoomMessage.Rooms.class),
      @JsonbSubtype(alias = "room_created", type = RoomChange.RoomCreated.class),
      @JsonbSubtype(alias = "room_topic", type = RoomChange.RoomTopic.class),
      @JsonbSubtype(alias = "room_archived", type = RoomChange.RoomArchived.class),
      @JsonbSubtype(alias = "rooms_changed", type = RoomChange.RoomsChanged.class),
      @JsonbSubtype(alias = "invited", type = RoomChange.Invited.class),
      @JsonbSubtype(alias = "member_added", type = RoomChange.MemberAdded.class),
      @JsonbSubtype(alias = "member_removed", type = RoomChange.MemberRemoved.class),
      @JsonbSubtype(alias = "slow_mode", type = RoomChange.SlowMode.class),
      @JsonbSubtype(alias = "room_role", type = RoomChange.RoleGiven.class),
      @JsonbSubtype(alias = "audit", type = HouseMessage.Audit.class),
      @JsonbSubtype(alias = "people", type = HouseMessage.People.class),
      @JsonbSubtype(alias = "reported", type = HouseMessage.Reported.class),
      @JsonbSubtype(alias = "lockdown", type = HouseMessage.Lockdown.class),
      @JsonbSubtype(alias = "typing", type = Signal.Typing.class),
      @JsonbSubtype(alias = "message_read", type = Signal.MessageRead.class),
      @JsonbSubtype(alias = "marked_read", type = Signal.MarkedRead.class),
      @JsonbSubtype(alias = "ignored", type = Signal.Ignored.class),
      @JsonbSubtype(alias = "auth_success", type = SessionMessage.AuthSuccess.class),
      @JsonbSubtype(alias = "password_changed", type = SessionMessage.PasswordChanged.class),
      @JsonbSubtype(alias = "sessions", type = SessionMessage.Sessions.class),
      @JsonbSubtype(alias = "kicked", type = ModerationMessage.Kicked.class),
      @JsonbSubtype(alias = "muted", type = ModerationMessage.Muted.class),
      @JsonbSubtype(alias = "unmuted", type = ModerationMessage.Unmuted.class),
      @JsonbSubtype(alias = "moderated", type = ModerationMessage.Moderated.class),
      @JsonbSubtype(alias = "role_changed", type = ModerationMessage.RoleChanged.class),
      @JsonbSubtype(alias = "restraints", type = ModerationMessage.Restrained.class),
      @JsonbSubtype(alias = "config", type = ModerationMessage.Configuration.class),
      @JsonbSubtype(alias = "invitation", type = SessionMessage.Invitation.class),
      @JsonbSubtype(alias = "token_created", type = SessionMessage.TokenCreated.class),
      @JsonbSubtype(alias = "tokens", type = SessionMessage.Tokens.class),
      @JsonbSubtype(alias = "stats", type = SessionMessage.Stats.class),
      @JsonbSubtype(alias = "pong", type = SessionMessage.Pong.class),
      @JsonbSubtype(alias = "ack", type = SessionMessage.Ack.class),
      @JsonbSubtype(alias = "error", type = SessionMessage.Failure.class),
      @JsonbSubtype(alias = "going_away", type = SessionMessage.GoingAway.class),
    })
public sealed interface ServerMessage
    permits SessionMessage,
        RoomMessage,
        RoomChange,
        StoredMessage,
        ChangeMessage,
        Signal,
        ModerationMessage,
        HouseMessage {
  /** When it was said, in seconds since the epoch. */
  long timestamp();

  /**
   * What a room's members are told of an event.
   *
   * @param now in seconds since the epoch, for what is not stored
   */
  static ServerMessage of(RoomEvent event, long now) {
    if (event instanceof RoomEvent.Posted posted) {
      return StoredMessage.of(posted.message(), event.room().value());
    } else if (event instanceof RoomEvent.Changed changed) {
      return ChangeMessage.of(changed.change(), event.room().value());
    } else if (event instanceof RoomEvent.Joined joined) {
      return RoomMessage.Join.of(joined, now);
    } else if (event instanceof RoomEvent.Left left) {
      return RoomMessage.Leave.of(left, now);
    } else {
      return RoomMessage.UserRenamed.of((RoomEvent.Renamed) event, now);
    }
  }
}
