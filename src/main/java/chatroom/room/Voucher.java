package chatroom.room;

import java.time.Instant;

/**
 * An invitation to make an account, where not everybody may.
 *
 * <p>Thread safety: immutable.
 *
 * @param tokenHash of what is shown to use it, at most 64 characters of ASCII
 * @param issuerId the number of the user who gave it out
 * @param expiresAt from when on it is worth nothing
 * @param uses how many accounts may be made by it, from 1
 */
public record Voucher(String tokenHash, long issuerId, Instant expiresAt, int uses) {}
