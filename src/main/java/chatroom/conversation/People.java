package chatroom.conversation;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Directory;
import chatroom.room.Guests;
import chatroom.room.Lane;
import chatroom.room.Nicknames;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.room.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds users, whether they are here or away: who has an account, or has chosen a name and may
 * return.
 *
 * <p>Thread safety: confined to the lane, on which it also answers.
 */
public final class People {
  /**
   * A user.
   *
   * @param role what they may do to others
   */
  record Person(long id, String name, Role role) {
    static Person of(Participant who) {
      return new Person(who.id(), who.name().text(), who.role());
    }

    private static Person of(Account account) {
      return new Person(account.id(), account.name(), account.highestRole());
    }
  }

  private final Directory directory;
  private final Accounts accounts;
  private final Guests guests;
  private final Nicknames nicknames;
  private final Lane lane;
  private final Executor readers;

  /**
   * @param readers run what may block for as long as a database takes
   */
  public People(
      Directory directory,
      Accounts accounts,
      Guests guests,
      Nicknames nicknames,
      Lane lane,
      Executor readers) {
    this.directory = directory;
    this.accounts = accounts;
    this.guests = guests;
    this.nicknames = nicknames;
    this.lane = lane;
    this.readers = readers;
  }

  /** What is being looked for, off the lane. */
  @FunctionalInterface
  private interface Look<T> {
    T look() throws Unavailable;
  }

  /**
   * Finds the user of a number or, if none is given, of a name; at once if they are here.
   *
   * @param refused told instead of {@code found} if there is none, or that cannot be known now
   */
  void find(
      @Nullable String id,
      @Nullable String username,
      Consumer<Person> found,
      Consumer<Rejection> refused)
      throws Rejection {
    if (id != null) {
      OptionalLong userId = UserId.parse(id);
      if (userId.isEmpty()) {
        throw new Rejection(Code.USER_NOT_FOUND);
      }
      find(userId.getAsLong(), it -> answer(it, found, refused), refused);
      return;
    }
    String key = key(username == null ? "" : username);
    Optional<Participant> here = directory.called(key).flatMap(it -> directory.find(it.id()));
    if (here.isPresent()) {
      found.accept(Person.of(here.get()));
    } else {
      away(() -> accounts.named(key).map(Person::of), it -> answer(it, found, refused), refused);
    }
  }

  private static void answer(
      Optional<Person> person, Consumer<Person> found, Consumer<Rejection> refused) {
    person.ifPresentOrElse(found, () -> refused.accept(new Rejection(Code.USER_NOT_FOUND)));
  }

  /**
   * Finds the user of a number.
   *
   * @param refused told instead of {@code found} if that cannot be known now
   */
  void find(long userId, Consumer<Optional<Person>> found, Consumer<Rejection> refused) {
    Optional<Participant> here = directory.find(userId);
    if (here.isPresent()) {
      found.accept(here.map(Person::of));
    } else {
      away(() -> known(userId), found, refused);
    }
  }

  private String key(String username) throws Rejection {
    try {
      return nicknames.parse(username).key();
    } catch (Rejection noName) {
      throw new Rejection(Code.USER_NOT_FOUND);
    }
  }

  private Optional<Person> known(long userId) throws Unavailable {
    Optional<Account> account = accounts.of(userId);
    return account.isPresent()
        ? account.map(Person::of)
        : Optional.ofNullable(guests.names(Set.of(userId)).get(userId))
            .map(name -> new Person(userId, name, Role.MEMBER));
  }

  /**
   * Those who have an account, as {@link Accounts#page}.
   *
   * @param nameStart how the name begins, in any look
   * @param refused told instead of {@code found} if that cannot be known now
   */
  void page(
      String nameStart,
      long after,
      int limit,
      Consumer<List<Account>> found,
      Consumer<Rejection> refused) {
    Nicknames.Reading start = nicknames.read();
    nameStart.strip().codePoints().forEach(start::add);
    String key = start.key();
    away(() -> accounts.page(key, after, limit), found, refused);
  }

  private <T> void away(Look<T> look, Consumer<T> found, Consumer<Rejection> refused) {
    readers.execute(
        () -> {
          Runnable answer;
          try {
            T seen = look.look();
            answer = () -> found.accept(seen);
          } catch (Unavailable e) {
            answer = () -> refused.accept(Refusals.unavailable());
          }
          lane.execute(answer);
        });
  }
}
