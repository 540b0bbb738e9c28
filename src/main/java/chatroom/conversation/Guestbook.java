package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.room.Guests;
import chatroom.room.Guests.Guest;
import chatroom.room.Unavailable;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Asks {@link Guests} for numbers, names and who somebody is, and brings the answers to the lane.
 *
 * <p>Thread safety: safe for use by any thread. Each call is answered once, on the lane.
 */
public final class Guestbook {
  private final Guests guests;
  private final Executor lane;
  private final Executor readers;
  private final SecureRandom random;

  /**
   * @param readers runs what may block for as long as a database takes
   * @param random makes tokens
   */
  public Guestbook(Guests guests, Executor lane, Executor readers, SecureRandom random) {
    this.guests = guests;
    this.lane = lane;
    this.readers = readers;
    this.random = random;
  }

  /** A token for a newcomer. */
  ResumeToken freshToken() {
    return ResumeToken.fresh(random);
  }

  /**
   * Admits a newcomer.
   *
   * @param token what the newcomer will be known by on return; empty for one who will not return
   * @param admitted given the newcomer's number
   * @param refused runs instead if nobody can be admitted now
   */
  void admit(Optional<ResumeToken> token, LongConsumer admitted, Runnable refused) {
    guests.admit(
        token.map(ResumeToken::hash),
        new Guests.Admission() {
          @Override
          public void admitted(long userId) {
            lane.execute(() -> admitted.accept(userId));
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(refused);
          }
        });
  }

  /**
   * Keeps a new name.
   *
   * @param refused runs instead of {@code kept} if it is not kept
   */
  void rename(long userId, String name, Runnable kept, Runnable refused) {
    guests.rename(
        userId,
        name,
        new Guests.Receipt() {
          @Override
          public void kept() {
            lane.execute(kept);
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(refused);
          }
        });
  }

  /**
   * Finds out whose a token is.
   *
   * @param found given the guest; empty if the token is unknown or too old
   * @param refused runs instead if that cannot be known now
   */
  void find(ResumeToken token, Consumer<Optional<Guest>> found, Runnable refused) {
    readers.execute(() -> lane.execute(answer(token, found, refused)));
  }

  private Runnable answer(ResumeToken token, Consumer<Optional<Guest>> found, Runnable refused) {
    try {
      Optional<Guest> guest = guests.find(token.hash());
      return () -> found.accept(guest);
    } catch (Unavailable e) {
      return refused;
    }
  }

  /**
   * Finds out what guests are called who may be away.
   *
   * @param found given the names of those who are known and have chosen one
   * @param refused runs instead if that cannot be known now
   */
  void names(Set<Long> userIds, Consumer<Map<Long, String>> found, Runnable refused) {
    readers.execute(() -> lane.execute(answer(userIds, found, refused)));
  }

  private Runnable answer(Set<Long> userIds, Consumer<Map<Long, String>> found, Runnable refused) {
    try {
      Map<Long, String> names = guests.names(userIds);
      return () -> found.accept(names);
    } catch (Unavailable e) {
      return refused;
    }
  }

  /** What a guest is called who may be away, for who may wait; empty if that is not known. */
  Optional<String> nameOf(long userId) throws Unavailable {
    return Optional.ofNullable(guests.names(Set.of(userId)).get(userId));
  }

  /** The guest is here, or was until now, by the token of that hash. */
  void seen(long userId, String tokenHash) {
    guests.seen(userId, tokenHash);
  }
}
