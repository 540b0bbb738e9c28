package chatroom.conversation;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.Nickname;
import chatroom.room.Nicknames;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of bots, which have a name and no password: nobody signs in as one.
 *
 * <p>Each call is answered once, on the lane.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class Bots {
  private static final Logger log = LoggerFactory.getLogger(Bots.class);

  private final Accounts accounts;
  private final Guestbook guestbook;
  private final Directory directory;
  private final Nicknames nicknames;
  private final Lane lane;
  private final Executor readers;
  private final InstantSource clock;

  /**
   * @param readers run what may block for as long as a database takes
   */
  public Bots(
      Accounts accounts,
      Guestbook guestbook,
      Directory directory,
      Nicknames nicknames,
      Lane lane,
      Executor readers,
      InstantSource clock) {
    this.accounts = accounts;
    this.guestbook = guestbook;
    this.directory = directory;
    this.nicknames = nicknames;
    this.lane = lane;
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * Finds the bot of that name, or makes it.
   *
   * @param refused told instead of {@code found}: somebody else is called so, or it cannot be done
   * @throws Rejection if nobody can be called so
   */
  void named(String name, Consumer<Account> found, Consumer<Rejection> refused) throws Rejection {
    String key = nicknames.parse(name).key();
    readers.execute(() -> lane.execute(looked(key, name, found, refused)));
  }

  private Runnable looked(
      String key, String name, Consumer<Account> found, Consumer<Rejection> refused) {
    try {
      Optional<Account> known = accounts.named(key);
      if (known.isEmpty()) {
        return () -> make(name, found, refused);
      }
      return known.get().isBot()
          ? () -> found.accept(known.get())
          : () -> refused.accept(new Rejection(Code.NAME_TAKEN));
    } catch (Unavailable e) {
      return () -> refused.accept(Refusals.unavailable());
    }
  }

  private void make(String name, Consumer<Account> found, Consumer<Rejection> refused) {
    guestbook.admit(
        Optional.empty(),
        id -> make(id, name, found, refused),
        () -> refused.accept(Refusals.unavailable()));
  }

  private void make(
      long userId, String wanted, Consumer<Account> found, Consumer<Rejection> refused) {
    Participant newcomer = directory.admit(userId, clock.instant());
    Nickname name;
    try {
      name = directory.claim(newcomer, wanted);
    } catch (Rejection e) {
      directory.depart(userId).run();
      refused.accept(e);
      return;
    }
    Runnable depart =
        () -> {
          directory.depart(userId).run();
          directory.free(newcomer, name);
        };
    Account bot = new Account(userId, name.text(), Account.BOT, Role.MEMBER, clock.instant());
    accounts.register(
        bot,
        name.key(),
        new Accounts.Registration() {
          @Override
          public void kept() {
            lane.execute(
                () -> {
                  directory.register(name, userId);
                  depart.run();
                  log.info("{} is a bot", bot);
                  found.accept(bot);
                });
          }

          @Override
          public void taken() {
            end(new Rejection(Code.NAME_TAKEN));
          }

          @Override
          public void refused(Unavailable why) {
            end(Refusals.unavailable());
          }

          private void end(Rejection why) {
            lane.execute(
                () -> {
                  depart.run();
                  refused.accept(why);
                });
          }
        });
  }
}
