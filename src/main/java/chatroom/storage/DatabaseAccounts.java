package chatroom.storage;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Guests.Receipt;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Accounts in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseAccounts implements Accounts {
  private final GroupCommitWriter writer;
  private final Reader reader;
  private final InstantSource clock;

  DatabaseAccounts(GroupCommitWriter writer, Reader reader, InstantSource clock) {
    this.writer = writer;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Map<String, Owner> names() throws Unavailable {
    return reader.read(AccountRows::names);
  }

  @Override
  public Optional<Account> named(String nameKey) throws Unavailable {
    return reader.read(connection -> AccountRows.named(connection, nameKey));
  }

  @Override
  public Optional<Account> of(long userId) throws Unavailable {
    return reader.read(connection -> AccountRows.of(connection, userId));
  }

  @Override
  public Optional<Account> keptWith(String passwordHash) throws Unavailable {
    return reader.read(connection -> AccountRows.keptWith(connection, passwordHash));
  }

  @Override
  public List<Account> page(String keyStart, long after, int limit) throws Unavailable {
    return reader.read(connection -> AccountRows.page(connection, keyStart, after, limit));
  }

  @Override
  public void register(Account account, String nameKey, Registration told) {
    writer.offer(
        new Entry.Deciding<>(
            connection -> AccountRows.register(connection, account, nameKey),
            new Entry.Told<>(
                kept -> {
                  if (kept) {
                    told.kept();
                  } else {
                    told.taken();
                  }
                },
                told::refused)));
  }

  @Override
  public void setPassword(long userId, String passwordHash, String keptTokenHash, Receipt receipt) {
    write(
        connection -> AccountRows.setPassword(connection, userId, passwordHash, keptTokenHash),
        receipt);
  }

  @Override
  public List<Account> admins() throws Unavailable {
    return reader.read(AccountRows::admins);
  }

  @Override
  public void setRole(long userId, Role role, Predicate<List<Account>> enough, Appointment told) {
    writer.offer(
        new Entry.Deciding<>(
            connection -> AccountRows.setRole(connection, userId, role, enough),
            new Entry.Told<>(
                kept -> {
                  if (kept) {
                    told.kept();
                  } else {
                    told.lastAdmin();
                  }
                },
                told::refused)));
  }

  @Override
  public void setVouchedRole(long userId, Role role, Receipt receipt) {
    write(connection -> AccountRows.setVouchedRole(connection, userId, role), receipt);
  }

  @Override
  public void addToken(long userId, String tokenHash, Receipt receipt) {
    Instant now = clock.instant();
    write(connection -> TokenRows.add(connection, userId, tokenHash, now), receipt);
  }

  @Override
  public List<Pass> passes(long userId) throws Unavailable {
    return reader.read(connection -> TokenRows.passes(connection, userId));
  }

  @Override
  public void removeTokens(long userId, String keptTokenHash, Receipt receipt) {
    write(connection -> TokenRows.removeAllBut(connection, userId, keptTokenHash), receipt);
  }

  @Override
  public void removeToken(String tokenHash, Receipt receipt) {
    write(connection -> TokenRows.remove(connection, tokenHash), receipt);
  }

  private void write(Entry.Write write, Receipt receipt) {
    writer.offer(new Entry.Writing(write, receipt));
  }
}
