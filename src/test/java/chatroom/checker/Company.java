package chatroom.checker;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All the clients of a run.
 *
 * <p>Thread safety: for the thread of the run.
 */
final class Company {
  /** How long what the server owes may take at the end. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(20).toNanos();

  private final List<Client> clients = new ArrayList<>();

  /** As many clients as the plan has; they do nothing yet. */
  Company(URI address, Plan plan) {
    for (int i = 0; i < plan.clients(); i++) {
      clients.add(new Client(i, address, plan, number -> clients.get(number).userId()));
    }
  }

  void start() {
    clients.forEach(Client::start);
  }

  /**
   * Returns when so many of them are greeted; fails at the end of the patience, for then the server
   * is not coming back.
   */
  void awaitGreeted(int wanted) {
    String missing =
        await(
            () -> {
              long greeted = clients.stream().filter(Client::isGreeted).count();
              return greeted >= wanted ? "" : greeted + " of " + wanted + " clients are greeted";
            });
    if (!missing.isEmpty()) {
      throw new IllegalStateException(missing);
    }
  }

  /**
   * Ends the scripts, and waits until all is acknowledged and seen.
   *
   * @param lastOfGeneral asked for when all is acknowledged
   * @return what is still missing when the patience is at its end; empty if nothing
   */
  String settle(Supplier<Long> lastOfGeneral) {
    clients.forEach(Client::calm);
    String unsettled = await(() -> first(Client::unsettled));
    if (!unsettled.isEmpty()) {
      return unsettled;
    }
    Map<String, Long> last = lastAcknowledged();
    last.merge(Rooms.GENERAL, lastOfGeneral.get(), Math::max);
    return await(() -> first(client -> behind(client, last)));
  }

  private String first(Function<Client, String> look) {
    return clients.stream().map(look).filter(it -> !it.isEmpty()).findFirst().orElse("");
  }

  private static String behind(Client client, Map<String, Long> last) {
    for (var room : last.entrySet()) {
      if (Rooms.isOpenTo(client.userId(), room.getKey())
          && client.seenOf(room.getKey()) < room.getValue()) {
        return "user "
            + client.userId()
            + " has seen "
            + client.seenOf(room.getKey())
            + " of "
            + room;
      }
    }
    return "";
  }

  private Map<String, Long> lastAcknowledged() {
    Map<String, Long> last = new HashMap<>();
    for (Guest guest : guests()) {
      Map<String, String> rooms = new HashMap<>();
      guest.journal().each(Event.Sent.class, it -> rooms.put(it.ref(), it.room()));
      guest
          .journal()
          .each(
              Event.Acked.class,
              it -> last.merge(rooms.getOrDefault(it.ref(), ""), it.seq(), Math::max));
    }
    return last;
  }

  private static String await(Supplier<String> missing) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String still = missing.get();
    while (!still.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      still = missing.get();
    }
    return still;
  }

  /** All of them are gone, having seen all there was. */
  void finish() {
    clients.forEach(Client::finish);
  }

  /** Everybody who was ever there. */
  List<Guest> guests() {
    return clients.stream().flatMap(it -> it.guests().stream()).toList();
  }
}
