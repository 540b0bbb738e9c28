package chatroom.storage;

import chatroom.room.AccessKeys;
import chatroom.room.Accounts;
import chatroom.room.Archive;
import chatroom.room.AuditLog;
import chatroom.room.Charters;
import chatroom.room.Guests;
import chatroom.room.MessageLog;
import chatroom.room.MessageSearch;
import chatroom.room.Notes;
import chatroom.room.Restraints;
import chatroom.room.RoomName;
import chatroom.room.Switches;
import chatroom.room.Unread;
import chatroom.room.Uploads;
import chatroom.room.Vouchers;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * Keeps everything in memory, and forgets it with the process.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class MemoryStore implements Store {
  private final MemoryMessageLog messages;
  private final Archive archive;
  private final MessageSearch search;
  private final MemoryGuests guests;
  private final AuditLog audit;
  private final Switches switches = new MemorySwitches();
  private final Restraints restraints = new MemoryRestraints();
  private final AccessKeys accessKeys;
  private final Vouchers vouchers;
  private final Charters rooms = new MemoryCharters();
  private final Notes notes = new MemoryNotes();
  private final Unread.Counter unread;
  private final Uploads uploads;

  /**
   * @param clock dates the messages
   * @param ofSettings which rooms are those of the settings
   */
  public MemoryStore(InstantSource clock, StoreTerms terms, Predicate<RoomName> ofSettings) {
    MemoryUploads known = new MemoryUploads(clock);
    MemoryMessageLog log = new MemoryMessageLog(clock, ofSettings, known, terms.messagesKept());
    known.keepWhile(messageId -> log.find(messageId).isPresent());
    this.uploads = known;
    this.messages = log;
    this.archive = new MemoryArchive(log);
    this.search = new MemoryMessageSearch(log);
    this.unread = new MemoryUnread(log);
    this.audit = new MemoryAuditLog(clock);
    this.guests = new MemoryGuests(clock, terms.guestsRemembered());
    this.accessKeys = new MemoryAccessKeys(clock);
    this.vouchers = new MemoryVouchers(clock, guests.accounts());
  }

  @Override
  public MessageLog messages() {
    return messages;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public MessageSearch search() {
    return search;
  }

  @Override
  public Guests guests() {
    return guests;
  }

  @Override
  public Accounts accounts() {
    return guests.accounts();
  }

  @Override
  public AuditLog audit() {
    return audit;
  }

  @Override
  public Switches switches() {
    return switches;
  }

  @Override
  public Restraints restraints() {
    return restraints;
  }

  @Override
  public Vouchers vouchers() {
    return vouchers;
  }

  @Override
  public AccessKeys accessKeys() {
    return accessKeys;
  }

  @Override
  public Charters rooms() {
    return rooms;
  }

  @Override
  public Notes notes() {
    return notes;
  }

  @Override
  public Unread.Counter unread() {
    return unread;
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public String place() {
    return "memory, and are gone when the application ends";
  }

  @Override
  public void close() {}
}
