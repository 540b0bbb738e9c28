package chatroom.conversation;

import chatroom.delivery.AddressBlock;
import chatroom.delivery.PeerAddress;
import chatroom.room.Restraint;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * From where nobody may come as a guest. To look costs by how many lengths of a block there are,
 * not by how many blocks.
 *
 * <p>Thread safety: confined to the lane.
 */
final class BannedPlaces {
  private final Map<String, Restraint> byBlock = new HashMap<>();
  private final Set<Integer> lengths = new TreeSet<>();

  /** These are all. Of two of the same place the one that holds for longer counts. */
  void replace(Collection<Restraint> bans) {
    byBlock.clear();
    lengths.clear();
    for (Restraint ban : bans) {
      if (!ban.addresses().isEmpty()) {
        byBlock.merge(ban.addresses(), ban, (a, b) -> end(a).isAfter(end(b)) ? a : b);
        lengths.add(bits(ban.addresses()));
      }
    }
  }

  private static Instant end(Restraint ban) {
    return ban.until().orElse(Instant.MAX);
  }

  private static int bits(String block) {
    return Integer.parseInt(block.substring(block.indexOf('/') + 1));
  }

  /** Why nobody may come from there, if so. */
  Optional<Restraint> around(PeerAddress address, Instant now) {
    return lengths.stream()
        .flatMap(bits -> AddressBlock.of(address, bits).stream())
        .flatMap(block -> Optional.ofNullable(byBlock.get(block.text())).stream())
        .filter(ban -> ban.holdsAt(now))
        .findFirst();
  }
}
