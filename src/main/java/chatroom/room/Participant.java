package chatroom.room;

import java.time.Instant;

/**
 * Somebody who is online, as they are at this moment.
 *
 * <p>Thread safety: immutable; a renamed participant is a new value with the same {@code id}.
 *
 * @param id rising from 1, never given twice
 * @param name the present name
 * @param connectedAt when they came
 * @param role what they may do to others
 * @param bot whether only programs come as this user
 */
public record Participant(long id, Nickname name, Instant connectedAt, Role role, boolean bot) {
  /** A person. */
  public Participant(long id, Nickname name, Instant connectedAt, Role role) {
    this(id, name, connectedAt, role, false);
  }

  /** Whether they may do everything. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /** Whether they keep order among others. */
  public boolean moderates() {
    return role != Role.MEMBER;
  }

  /** The same person under another name. */
  public Participant named(Nickname newName) {
    return new Participant(id, newName, connectedAt, role, bot);
  }

  /** The same person with another role. */
  public Participant as(Role newRole) {
    return new Participant(id, name, connectedAt, newRole, bot);
  }

  /** The same, as whom only programs come. */
  public Participant asBot() {
    return new Participant(id, name, connectedAt, role, true);
  }
}
