package chatroom.room;

import java.time.Instant;

/**
 * An act as it stands in the {@link AuditLog}.
 *
 * <p>Thread safety: immutable.
 *
 * @param number rising by one from 1
 * @param at when it was taken down, to the millisecond
 * @param hash SHA-256 over the hash of the entry before and all of this one, 64 hexadecimal digits
 */
public record AuditEntry(long number, Instant at, Act act, String hash) {}
