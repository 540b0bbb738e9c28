package chatroom.conversation;

import chatroom.delivery.ClientRegistry;
import chatroom.delivery.PrivateDelivery;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.MentionFinder;
import chatroom.room.MessageLog;
import chatroom.room.PrivateChats;
import chatroom.room.Timeline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What all conversations of an application have in common.
 *
 * @param rooms those that everybody may join
 * @param mentions finds whom a text names
 * @param timeline how far the log has been told; for use on the lane alone
 * @param lane orders all that happens
 * @param seats who is here; for use on the lane alone
 * @param oversight what those work with who keep order; for use on the lane alone
 * @param audit where acts are taken down that not everybody may do
 * @param order what keeps order in the whole house
 * @param listing tells that the list of rooms has changed; for use on the lane alone
 * @param clock dates what is said
 * @param timer runs on the lane what is not due yet
 * @param nanoTime a clock in nanoseconds that never goes back
 * @param startedAt when the application started
 * @param persistent whether what is stored outlives the application
 * @param typing whether it is told who types
 */
public record Chat(
    Directory directory,
    OpenRooms rooms,
    PrivateChats privateChats,
    PrivateDelivery privateDelivery,
    MessageLog log,
    MessageFinder finder,
    MentionFinder mentions,
    Timeline timeline,
    Lane lane,
    Guestbook guestbook,
    Searches searches,
    Notebook notebook,
    Seats seats,
    SignIns signIns,
    Oversight oversight,
    AuditTrail audit,
    Passes passes,
    Logins logins,
    Order order,
    Keyring keyring,
    Bots bots,
    ListingNews listing,
    ClientRegistry clients,
    Limits limits,
    Timer timer,
    InstantSource clock,
    LongSupplier nanoTime,
    Instant startedAt,
    boolean persistent,
    boolean typing) {

  /** Now, in seconds since the epoch. */
  long now() {
    return clock.instant().getEpochSecond();
  }
}
