package chatroom.storage;

import chatroom.room.AccessKey;
import chatroom.room.AccessKeys;
import chatroom.room.Guests.Receipt;
import chatroom.room.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Access keys in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseAccessKeys implements AccessKeys {
  private final GroupCommitWriter writer;
  private final Reader reader;
  private final InstantSource clock;

  DatabaseAccessKeys(GroupCommitWriter writer, Reader reader, InstantSource clock) {
    this.writer = writer;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public void issue(AccessKey key, Issue told) {
    Instant now = clock.instant();
    writer.offer(
        new Entry.Deciding<>(
            connection -> AccessKeyRows.add(connection, key, now),
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
  public Optional<AccessKey> find(String tokenHash) throws Unavailable {
    return reader.read(connection -> AccessKeyRows.find(connection, tokenHash, clock.instant()));
  }

  @Override
  public List<AccessKey> of(long userId) throws Unavailable {
    return reader.read(connection -> AccessKeyRows.of(connection, userId, clock.instant()));
  }

  @Override
  public List<AccessKey> ofBots() throws Unavailable {
    return reader.read(connection -> AccessKeyRows.ofBots(connection, clock.instant()));
  }

  @Override
  public void revoke(String tokenHash, Receipt receipt) {
    writer.offer(
        new Entry.Writing(connection -> AccessKeyRows.remove(connection, tokenHash), receipt));
  }

  @Override
  public void revokeAll(long userId, Receipt receipt) {
    writer.offer(
        new Entry.Writing(connection -> AccessKeyRows.removeAll(connection, userId), receipt));
  }
}
