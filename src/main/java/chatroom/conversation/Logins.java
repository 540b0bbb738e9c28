package chatroom.conversation;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of those for whom the container or a proxy vouches: one each, made when they come
 * for the first time, and known again by the name there.
 *
 * <p>An account is called as there if nobody here is called so and it can be a name; else by what
 * {@link LoginNames} finds in it, or {@code User<id>}.
 *
 * <p>What is said of their role at the newest handshake is kept, for while they are away.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class Logins {
  private static final Logger log = LoggerFactory.getLogger(Logins.class);

  private record Asked(Role role, Consumer<Account> found, Runnable refused) {}

  private final Accounts accounts;
  private final Guestbook guestbook;
  private final Directory directory;
  private final Lane lane;
  private final Executor readers;
  private final InstantSource clock;

  /** By what is kept of each: who waits to be told, so that nobody is made twice. */
  private final Map<String, List<Asked>> underWay = new HashMap<>();

  /**
   * @param readers run what may block for as long as a database takes
   */
  public Logins(
      Accounts accounts,
      Guestbook guestbook,
      Directory directory,
      Lane lane,
      Executor readers,
      InstantSource clock) {
    this.accounts = accounts;
    this.guestbook = guestbook;
    this.directory = directory;
    this.lane = lane;
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * Finds the user's account, or makes it.
   *
   * @param refused runs instead of {@code found} if that cannot be done now
   */
  void find(Login login, Consumer<Account> found, Runnable refused) {
    List<Asked> waiting = underWay.get(login.mark());
    Asked asked = new Asked(login.role(), found, refused);
    if (waiting != null) {
      waiting.add(asked);
      return;
    }
    underWay.put(login.mark(), new ArrayList<>(List.of(asked)));
    readers.execute(() -> lane.execute(looked(login)));
  }

  private Runnable looked(Login login) {
    try {
      Optional<Account> known = accounts.keptWith(login.mark());
      return () -> known.ifPresentOrElse(it -> found(login, it), () -> make(login));
    } catch (Unavailable | RuntimeException e) {
      if (e instanceof RuntimeException) {
        log.error("Whose account it is cannot be found out", e);
      }
      return () -> refused(login);
    }
  }

  private void make(Login login) {
    guestbook.admit(Optional.empty(), id -> make(login, id), () -> refused(login));
  }

  private void make(Login login, long userId) {
    Participant newcomer = directory.admit(userId, clock.instant());
    Nickname name = name(login, newcomer);
    Account account =
        new Account(userId, name.text(), login.mark(), Role.MEMBER, login.role(), clock.instant());
    accounts.register(
        account,
        name.key(),
        new Accounts.Registration() {
          @Override
          public void kept() {
            lane.execute(
                () -> {
                  directory.register(name, userId);
                  forget(newcomer, name);
                  log.info("{} has an account now", account);
                  found(login, account);
                });
          }

          @Override
          public void taken() {
            lane.execute(this::give);
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(this::give);
          }

          private void give() {
            forget(newcomer, name);
            Logins.this.refused(login);
          }
        });
  }

  private Nickname name(Login login, Participant newcomer) {
    for (String wanted : LoginNames.of(login.principal())) {
      try {
        return directory.claim(newcomer, wanted);
      } catch (Rejection noNameOrTaken) {
        // The next one may do.
      }
    }
    return newcomer.name();
  }

  /** Nobody is here yet: who comes is admitted anew. */
  private void forget(Participant newcomer, Nickname name) {
    directory.depart(newcomer.id()).run();
    directory.free(newcomer, name);
  }

  private void found(Login login, Account account) {
    List<Asked> waiting = underWay.getOrDefault(login.mark(), List.of());
    Role said = waiting.isEmpty() ? login.role() : waiting.get(waiting.size() - 1).role();
    if (account.vouchedRole() != said) {
      accounts.setVouchedRole(
          account.id(),
          said,
          Discipline.onLane(
              lane, () -> found(login, account.withVouchedRole(said)), () -> refused(login)));
      return;
    }
    answer(login).forEach(asked -> asked.found().accept(account));
  }

  private void refused(Login login) {
    answer(login).forEach(asked -> asked.refused().run());
  }

  private List<Asked> answer(Login login) {
    List<Asked> waiting = underWay.remove(login.mark());
    return waiting == null ? List.of() : waiting;
  }
}
