package chatroom.conversation;

import chatroom.account.Guesses;
import chatroom.account.Guesses.Attempt;
import chatroom.account.PasswordHashing.Place;
import chatroom.delivery.Client;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Lane;
import chatroom.room.Nicknames;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Finds out who signs in by a password; who was wrong often waits for it. Whether there is an
 * account of a name makes no difference, neither to what is answered nor to how long that takes.
 *
 * <p>Thread safety: safe for use by any thread. Each call is answered once, on the lane.
 */
final class Recognition {
  /** Longer is nobody's name; it is remembered by its beginning. */
  private static final int MAX_NAME_CHARS = 200;

  private final Accounts accounts;
  private final PasswordDesk desk;
  private final Guesses guesses;
  private final Nicknames nicknames;
  private final Lane lane;
  private final Executor readers;
  private final Timer timer;

  Recognition(
      Accounts accounts,
      PasswordDesk desk,
      Guesses guesses,
      Nicknames nicknames,
      Lane lane,
      Executor readers,
      Timer timer) {
    this.accounts = accounts;
    this.desk = desk;
    this.guesses = guesses;
    this.nicknames = nicknames;
    this.lane = lane;
    this.readers = readers;
    this.timer = timer;
  }

  /** As {@link SignIns#find}. */
  void find(
      String username,
      String password,
      Client client,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    try {
      String key = key(username);
      Attempt attempt = guesses.begin(key, client.address().group());
      Runnable look = () -> look(key, password, attempt, client, found, refused);
      if (attempt.pause().isZero()) {
        look.run();
      } else {
        timer.after(attempt.pause(), look);
      }
    } catch (Rejection tooMany) {
      lane.execute(() -> refused.accept(tooMany));
    }
  }

  /** What no two names have in common; of what is no name something that is nobody's. */
  private String key(String username) {
    try {
      return nicknames.parse(username).key();
    } catch (Rejection noName) {
      int end = Math.min(username.length(), MAX_NAME_CHARS);
      return "?" + username.substring(0, end).toLowerCase(Locale.ROOT);
    }
  }

  /** The place comes first: who gets none costs the database nothing. */
  private void look(
      String key,
      String password,
      Attempt attempt,
      Client client,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    desk.place(
        client,
        refused,
        place ->
            readers.execute(() -> verify(key, password, attempt, place, client, found, refused)));
  }

  private void verify(
      String key,
      String password,
      Attempt attempt,
      Place place,
      Client client,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    Runnable unavailable = desk.unavailable(refused);
    try {
      Optional<Account> account = accounts.named(key);
      place.verify(
          password,
          account.filter(Account::hasPassword).map(Account::passwordHash),
          () -> !client.hasLeft(),
          isRight -> {
            if (isRight) {
              attempt.right();
              lane.execute(() -> found.accept(account.orElseThrow()));
            } else {
              attempt.wrong();
              lane.execute(() -> refused.accept(new Rejection(Code.AUTH_FAILED)));
            }
          },
          unavailable);
    } catch (Unavailable e) {
      place.giveBack();
      unavailable.run();
    } catch (RuntimeException e) {
      place.giveBack();
      unavailable.run();
      throw e;
    }
  }
}
