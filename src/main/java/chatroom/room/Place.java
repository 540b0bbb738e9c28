package chatroom.room;

import java.time.Instant;

/**
 * Where an event stands in the log, which alone gives places.
 *
 * @param time when it was stored
 */
public record Place(long id, long seq, Instant time) {}
