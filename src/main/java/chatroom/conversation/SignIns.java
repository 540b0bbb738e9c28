package chatroom.conversation;

import chatroom.account.Guesses;
import chatroom.account.PasswordHashing;
import chatroom.account.PasswordHashing.Place;
import chatroom.account.Registrations;
import chatroom.account.ResumeToken;
import chatroom.delivery.Client;
import chatroom.delivery.PeerAddress;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Lane;
import chatroom.room.Nickname;
import chatroom.room.Nicknames;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Finds out who signs in, and makes accounts. Passwords take time and are looked at elsewhere; each
 * call is answered once, on the lane.
 *
 * <p>Whether there is an account of a name is told to nobody: neither by what is answered, nor by
 * how long that takes.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class SignIns {
  private final Accounts accounts;
  private final PasswordDesk desk;
  private final Recognition recognition;
  private final Registrations registrations;
  private final boolean registrationOpen;
  private final Vouching vouching;
  private final Lane lane;
  private final Executor readers;

  /**
   * @param registrationOpen whether anybody may make an account, by an invitation or without
   * @param vouching whether it has to be by an invitation
   * @param readers run what may block for as long as a database takes
   */
  public SignIns(
      Accounts accounts,
      PasswordHashing hashing,
      Guesses guesses,
      Registrations registrations,
      boolean registrationOpen,
      Vouching vouching,
      Nicknames nicknames,
      Lane lane,
      Executor readers,
      Timer timer) {
    this.accounts = accounts;
    this.desk = new PasswordDesk(hashing, lane);
    this.recognition = new Recognition(accounts, desk, guesses, nicknames, lane, readers, timer);
    this.registrations = registrations;
    this.registrationOpen = registrationOpen;
    this.vouching = vouching;
    this.lane = lane;
    this.readers = readers;
  }

  /**
   * Finds the account of that name and password; who was wrong often waits for the answer. Nothing
   * is looked at for a client that has left.
   *
   * @param refused told instead of {@code found} if there is none, it cannot be known now, or there
   *     are too many attempts
   */
  void find(
      String username,
      String password,
      Client client,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    recognition.find(username, password, client, found, refused);
  }

  /**
   * The account of a user who has one.
   *
   * @param refused runs instead of {@code found} if that cannot be known now
   */
  void of(long userId, Consumer<Account> found, Runnable refused) {
    readers.execute(
        () -> {
          Runnable answer = refused;
          try {
            Optional<Account> account = accounts.of(userId);
            if (account.isPresent()) {
              answer = () -> found.accept(account.get());
            }
          } catch (Unavailable e) {
            // It is the answer as it stands, and the log knows why.
          }
          lane.execute(answer);
        });
  }

  /**
   * From now on a user who has an account is known by that token, too.
   *
   * @param refused runs instead of {@code kept} if it is not kept
   */
  void keep(long userId, ResumeToken token, Runnable kept, Runnable refused) {
    accounts.addToken(userId, token.hash(), receipt(kept, refused));
  }

  /**
   * Gives an account another password.
   *
   * @param stillRight asked on the lane, last, whether who asked for it still may
   * @param keptTokenHash that of the only token that is worth something from then on; may be empty
   * @param refused told instead of {@code changed} if it stays as it was
   */
  void change(
      long userId,
      String password,
      Client client,
      BooleanSupplier stillRight,
      String keptTokenHash,
      Runnable changed,
      Consumer<Rejection> refused) {
    desk.place(
        client,
        refused,
        place ->
            place.hash(
                password,
                () -> !client.hasLeft(),
                hash ->
                    lane.execute(
                        () -> {
                          if (stillRight.getAsBoolean()) {
                            accounts.setPassword(
                                userId,
                                hash,
                                keptTokenHash,
                                receipt(changed, () -> refused.accept(Refusals.unavailable())));
                          } else {
                            refused.accept(Refusals.unavailable());
                          }
                        }),
                desk.unavailable(refused)));
  }

  private LaneReceipt receipt(Runnable kept, Runnable refused) {
    return new LaneReceipt(lane, kept, refused);
  }

  /** Whether anybody may make an account, by an invitation or without. */
  boolean registrationOpen() {
    return registrationOpen;
  }

  /** Who may make an account, as clients are told. */
  String registration() {
    return !registrationOpen ? "closed" : vouching.isNeeded() ? "invitation" : "open";
  }

  /** By which invitations accounts are made. */
  Vouching vouching() {
    return vouching;
  }

  /**
   * Lets pass who may make one more account from there.
   *
   * @throws Rejection {@link Code#RATE_LIMITED} if too many were made
   */
  void requireRegistration(PeerAddress from) throws Rejection {
    registrations.take(from.group());
  }

  /**
   * Makes an account. An invitation is looked at before the password is.
   *
   * @param account but for the hash of its password
   * @param invitation what was shown of one; empty if none is needed
   * @param made told when it is kept
   * @param refused told instead
   */
  void register(
      Account account,
      Nickname name,
      String password,
      Optional<String> invitation,
      Client client,
      Runnable made,
      Consumer<Rejection> refused) {
    desk.place(
        client,
        refused,
        place -> {
          if (invitation.isEmpty()) {
            hashed(
                place,
                account,
                password,
                hashed -> accounts.register(hashed, name.key(), told(made, refused)),
                refused);
            return;
          }
          vouching.look(
              invitation.get(),
              voucher ->
                  hashed(
                      place,
                      account,
                      password,
                      hashed -> vouching.register(hashed, name, voucher, made, refused),
                      refused),
              why -> {
                place.giveBack();
                refused.accept(why);
              });
        });
  }

  /** Also for a client that leaves meanwhile: the user may be here by another one. */
  private void hashed(
      Place place,
      Account account,
      String password,
      Consumer<Account> hashed,
      Consumer<Rejection> refused) {
    place.hash(
        password,
        () -> true,
        hash -> hashed.accept(account.withPassword(hash)),
        desk.unavailable(refused));
  }

  private Accounts.Registration told(Runnable made, Consumer<Rejection> refused) {
    return new Accounts.Registration() {
      @Override
      public void kept() {
        lane.execute(made);
      }

      @Override
      public void taken() {
        lane.execute(() -> refused.accept(new Rejection(Code.NAME_TAKEN)));
      }

      @Override
      public void refused(Unavailable why) {
        lane.execute(() -> refused.accept(Refusals.unavailable()));
      }
    };
  }
}
