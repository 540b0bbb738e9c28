package chatroom.storage;

import chatroom.room.Account;
import chatroom.room.Unavailable;
import chatroom.room.Voucher;
import chatroom.room.Vouchers;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Invitations in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseVouchers implements Vouchers {
  private final GroupCommitWriter writer;
  private final Reader reader;
  private final InstantSource clock;

  DatabaseVouchers(GroupCommitWriter writer, Reader reader, InstantSource clock) {
    this.writer = writer;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public void issue(Voucher voucher, Issue told) {
    Instant now = clock.instant();
    writer.offer(
        new Entry.Deciding<>(
            connection -> VoucherRows.add(connection, voucher, now),
            new Entry.Told<>(
                kept -> {
                  if (kept) {
                    told.kept();
                  } else {
                    told.tooMany();
                  }
                },
                told::refused)));
  }

  @Override
  public boolean isGood(String tokenHash) throws Unavailable {
    return reader.read(connection -> VoucherRows.isGood(connection, tokenHash, clock.instant()));
  }

  @Override
  public void register(Account account, String nameKey, String tokenHash, Registration told) {
    Instant now = clock.instant();
    writer.offer(
        new Entry.Deciding<>(
            connection -> VoucherRows.register(connection, account, nameKey, tokenHash, now),
            new Entry.Told<>(
                outcome -> {
                  switch (outcome) {
                    case KEPT -> told.kept();
                    case TAKEN -> told.taken();
                    case UNINVITED -> told.uninvited();
                  }
                },
                told::refused)));
  }
}
