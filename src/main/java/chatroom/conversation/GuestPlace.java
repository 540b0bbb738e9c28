package chatroom.conversation;

import chatroom.delivery.AddressBlock;
import chatroom.delivery.Client;
import chatroom.delivery.PeerAddress;
import chatroom.room.Code;
import chatroom.room.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place that is banned with a guest; or why none is: where it would shut out those who keep
 * order, or all who come by the same proxy, the ban is the user's alone.
 *
 * <p>Thread safety: immutable.
 *
 * @param block empty if no place is banned
 * @param note for people: why none is; null if one is, or none was to be
 */
record GuestPlace(Optional<AddressBlock> block, @Nullable String note) {
  /** How many bits an address and one that is banned with it have in common. */
  private static final int USUAL_BITS = 32;

  private static final int USUAL_LONG_BITS = 64;
  private static final int FEWEST_BITS = 16;
  private static final int FEWEST_LONG_BITS = 32;

  /** So many of one private address, and most of all, come by a proxy. */
  private static final int MANY = 10;

  /** None, and nobody wonders why. */
  static GuestPlace none() {
    return new GuestPlace(Optional.empty(), null);
  }

  private static GuestPlace spared(String why) {
    return new GuestPlace(Optional.empty(), "No place was banned: " + why);
  }

  /**
   * The place of a guest, who may have gone.
   *
   * @param prefix how many bits of the address count; 0 for no place, null for what is usual
   * @throws Rejection {@link Code#INVALID_FORMAT} if that is no such number
   */
  static GuestPlace of(Chat chat, long userId, @Nullable Long prefix) throws Rejection {
    if (prefix != null && prefix == 0) {
      return none();
    }
    Optional<AddressBlock> block = Optional.empty();
    Optional<PeerAddress> from = chat.seats().cameFrom(userId);
    if (from.isPresent()) {
      block = block(from.get(), prefix);
    }
    return block
        .map(it -> of(chat, it))
        .orElseGet(() -> spared("it is not known from where this guest came"));
  }

  private static Optional<AddressBlock> block(PeerAddress from, @Nullable Long prefix)
      throws Rejection {
    boolean isLong = AddressBlock.isLong(from);
    int fewest = isLong ? FEWEST_LONG_BITS : FEWEST_BITS;
    long bits = prefix != null ? prefix : isLong ? USUAL_LONG_BITS : USUAL_BITS;
    int most = isLong ? 2 * USUAL_LONG_BITS : USUAL_BITS;
    if (bits < fewest || bits > most) {
      throw new Rejection(
          Code.INVALID_FORMAT, "prefix is 0, or a number from " + fewest + " to " + most);
    }
    return AddressBlock.of(from, (int) bits);
  }

  private static GuestPlace of(Chat chat, AddressBlock block) {
    if (block.isLoopback()) {
      return spared("whoever comes by way of this machine has its address");
    }
    if (chat.seats().all().filter(seat -> seat.who().moderates()).anyMatch(in(block))) {
      return spared("somebody who keeps order comes from there");
    }
    // Not of other addresses: whoever brought enough others could not be banned.
    if (block.isPrivate() && isMostOfAll(chat, block)) {
      return spared("most of those who are here come from there");
    }
    return new GuestPlace(Optional.of(block), null);
  }

  private static boolean isMostOfAll(Chat chat, AddressBlock block) {
    List<Seat> all = chat.seats().all().toList();
    long there = all.stream().filter(in(block)).count();
    return there >= MANY && 2 * there > all.size();
  }

  private static Predicate<Seat> in(AddressBlock block) {
    return seat ->
        Stream.concat(seat.lines().stream().map(Client::address), seat.cameFrom().stream())
            .anyMatch(block::contains);
  }
}
