package chatroom.storage;

import chatroom.room.Guests;
import chatroom.room.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guests in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseGuests implements Guests {
  private final GroupCommitWriter writer;
  private final Reader reader;
  private final InstantSource clock;
  private final Duration remembered;

  /**
   * @param remembered for how long a guest who was not seen is known again
   */
  DatabaseGuests(
      GroupCommitWriter writer, Reader reader, InstantSource clock, Duration remembered) {
    this.writer = writer;
    this.reader = reader;
    this.clock = clock;
    this.remembered = remembered;
  }

  @Override
  public void admit(Optional<String> tokenHash, Admission admission) {
    writer.offer(new Entry.Newcomer(tokenHash, admission));
  }

  @Override
  public void rename(long userId, String name, Receipt receipt) {
    writer.offer(new Entry.Renaming(userId, name, receipt));
  }

  @Override
  public Optional<Guest> find(String tokenHash) throws Unavailable {
    return reader.read(
        connection -> GuestRows.find(connection, tokenHash, clock.instant().minus(remembered)));
  }

  @Override
  public Map<Long, String> names(Set<Long> userIds) throws Unavailable {
    return reader.read(
        connection -> GuestRows.names(connection, userIds, clock.instant().minus(remembered)));
  }

  @Override
  public void seen(long userId, String tokenHash) {
    writer.offer(new Entry.Sighting(userId, tokenHash));
  }
}
