package chatroom.storage;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash by which each entry of the audit log holds on to the one before.
 *
 * <p>It is the SHA-256, in 64 lower-case hexadecimal digits, of these ten fields in this order:
 *
 * <ol>
 *   <li>the hash of the entry before, in 64 digits; for the first entry {@link #GENESIS}, 64 zeros
 *   <li>{@code number}
 *   <li>{@code at}, in milliseconds since 1970
 *   <li>{@code kind}
 *   <li>{@code actorId}
 *   <li>{@code actorName}
 *   <li>{@code targetId}
 *   <li>{@code targetName}
 *   <li>{@code room}
 *   <li>{@code detail}
 * </ol>
 *
 * <p>Each field is the length in bytes of its UTF-8, as four bytes with the highest first, and then
 * that UTF-8. Numbers are written in decimal digits, without leading zeros. Texts are those that
 * were said: in the database {@link StoredText} stands for them.
 *
 * <p>There is no key in it: whoever can write in the database can also compute all hashes anew from
 * any entry on, or cut off the end. That is seen by who has noted an earlier number and hash.
 */
final class AuditChain {
  /** What stands for the hash of the entry before the first. */
  static final String GENESIS = "0".repeat(64);

  private AuditChain() {}

  /** The entry that comes after one of that number and hash. */
  static AuditEntry next(long number, String hash, Instant at, Act act) {
    return new AuditEntry(number + 1, at, act, hash(hash, number + 1, at, act));
  }

  /** Whether the entry holds on to the one of that hash, and is as it was written. */
  static boolean fits(String before, AuditEntry entry) {
    return entry.hash().equals(hash(before, entry.number(), entry.at(), entry.act()));
  }

  private static String hash(String before, long number, Instant at, Act act) {
    MessageDigest digest = sha256();
    List.of(
            before,
            Long.toString(number),
            Long.toString(at.toEpochMilli()),
            act.kind(),
            Long.toString(act.actorId()),
            act.actorName(),
            Long.toString(act.targetId()),
            act.targetName(),
            act.room(),
            act.detail())
        .forEach(field -> add(digest, field.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, byte[] field) {
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      digest.update((byte) (field.length >>> shift));
    }
    digest.update(field);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
