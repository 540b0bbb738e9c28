package chatroom.room;

import java.time.Instant;
import java.util.Optional;

/**
 * What a user may not do for a while, because somebody who keeps order said so. A user is under one
 * of each kind at most.
 *
 * <p>Thread safety: immutable.
 *
 * @param userId who is under it
 * @param userName what they were called then
 * @param addresses from where nobody may come as a guest either, as {@code 192.0.2.7/32}; ASCII, at
 *     most 64 characters, empty for no such place
 * @param since from when on, to the millisecond
 * @param until to when, to the millisecond; empty until it is lifted
 * @param reason for people, one line of at most {@value Reason#MAX_LENGTH} characters
 * @param byId who said so
 * @param byName what they were called then
 */
public record Restraint(
    Kind kind,
    long userId,
    String userName,
    String addresses,
    Instant since,
    Optional<Instant> until,
    String reason,
    long byId,
    String byName) {
  /** What it keeps a user from. */
  public enum Kind {
    /** From being here. */
    BAN,
    /** From saying anything. */
    MUTE
  }

  /** Whether it holds still. */
  public boolean holdsAt(Instant now) {
    return until.isEmpty() || until.get().isAfter(now);
  }
}
