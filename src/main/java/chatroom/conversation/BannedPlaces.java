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
 * <p>Thread safety: {@link #replace} is confined to the lane; {@link #around} is safe for use by
 * any thread.
 */
final class BannedPlaces {
  private record All(Map<String, Restraint> byBlock, Set<Integer> lengths) {}

  private volatile All all = new All(Map.of(), Set.of());

  /** These are all. Of two of the same place the one that holds for longer counts. */
  void replace(Collection<Restraint> bans) {
    Map<String, Restraint> byBlock = new HashMap<>();
    Set<Integer> lengths = new TreeSet<>();
    for (Restraint ban : bans) {
      if (!ban.addresses().isEmpty()) {
        byBlock.merge(ban.addresses(), ban, (a, b) -> end(a).isAfter(end(b)) ? a : b);
        lengths.add(bits(ban.addresses()));
      }
    }
    all = new All(byBlock, lengths);
  }

  private static Instant end(Restraint ban) {
    return ban.until().orElse(Instant.MAX);
  }

  private static int bits(String block) {
    return Integer.parseInt(block.substring(block.indexOf('/') + 1));
  }

  /** Why nobody may come from there, if so. */
  Optional<Restraint> around(PeerAddress address, Instant moment) {
    All now = all;
    return now.lengths().stream()
        .flatMap(bits -> AddressBlock.of(address, bits).stream())
        .flatMap(block -> Optional.ofNullable(now.byBlock().get(block.text())).stream())
        .filter(ban -> ban.holdsAt(moment))
        .findFirst();
  }
}
