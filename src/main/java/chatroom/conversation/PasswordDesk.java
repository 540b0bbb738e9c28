package chatroom.conversation;

import chatroom.account.PasswordHashing;
import chatroom.account.PasswordHashing.Place;
import chatroom.delivery.Client;
import chatroom.room.Lane;
import chatroom.room.Rejection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a client takes its place among those whose passwords are looked at: one that has left, or
 * that others of its address leave none, is answered at once.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class PasswordDesk {
  private final PasswordHashing hashing;
  private final Lane lane;

  PasswordDesk(PasswordHashing hashing, Lane lane) {
    this.hashing = hashing;
    this.lane = lane;
  }

  /**
   * Takes a place, which is to be given back.
   *
   * @param refused told on the lane, instead of {@code taken}
   */
  void place(Client client, Consumer<Rejection> refused, Consumer<Place> taken) {
    Optional<Place> place =
        client.hasLeft() ? Optional.empty() : hashing.place(client.address().group());
    place.ifPresentOrElse(taken, unavailable(refused));
  }

  /** Answers that it cannot be done now. */
  Runnable unavailable(Consumer<Rejection> refused) {
    return () -> lane.execute(() -> refused.accept(Refusals.unavailable()));
  }
}
