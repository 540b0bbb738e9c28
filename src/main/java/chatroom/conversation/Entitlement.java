package chatroom.conversation;

import chatroom.room.Role;
import java.util.Optional;

/**
 * Which role a user has who comes: the one that was given last, also if that was while it was found
 * out who comes.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Entitlement {
  private final Chat chat;
  private final Optional<Login> login;

  Entitlement(Chat chat, Entrance entrance) {
    this.chat = chat;
    this.login = entrance.login();
  }

  /**
   * The role of a user now.
   *
   * @param found what it was when it was looked up
   */
  Role of(long userId, Role found) {
    Optional<Role> given = chat.passes().appointed(userId);
    return given.map(it -> login.map(said -> said.entitled(it)).orElse(it)).orElse(found);
  }

  /** What the container, or a proxy, says of a user now holds on all their connections. */
  void renew(Seat seat, Role role) {
    if (login.isPresent() && seat.who().role() != role) {
      chat.directory().appoint(seat.who().id(), role).ifPresent(seat::renamed);
      new ModeratorsRoom(chat).appointed(seat);
    }
  }
}
