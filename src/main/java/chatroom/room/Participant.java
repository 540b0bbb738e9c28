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
 * @param admin whether they may moderate
 */
public record Participant(long id, Nickname name, Instant connectedAt, boolean admin) {
  /** The same person under another name. */
  public Participant named(Nickname newName) {
    return new Participant(id, newName, connectedAt, admin);
  }
}
