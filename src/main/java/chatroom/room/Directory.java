package chatroom.room;

import chatroom.room.Accounts.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is online in the whole deployment, and whose every name is.
 *
 * <p>A chosen name belongs to one user from the moment it is {@linkplain #claim claimed} until
 * {@link #free}.
 *
 * <p>Thread safety: safe for use by any thread; what is done for one user, but for {@link #depart},
 * has to come one after the other.
 */
public final class Directory {
  private final Nicknames nicknames;
  private final Map<Long, Participant> admitted = new ConcurrentHashMap<>();
  private final Set<Long> online = ConcurrentHashMap.newKeySet();

  /** By the key of a name: chosen ones, and those of users who have not chosen one. */
  private final Map<String, Long> owners = new ConcurrentHashMap<>();

  /** Whose names are theirs for good, by the key of each. */
  private final Map<String, Long> registered;

  /** What those are called whose names these are. */
  private final Map<Long, String> members = new ConcurrentHashMap<>();

  /**
   * @param nicknames the rules for names
   * @param registered whose names are theirs for good, by the key of each
   */
  public Directory(Nicknames nicknames, Map<String, Owner> registered) {
    this.nicknames = nicknames;
    this.registered = new ConcurrentHashMap<>();
    registered.forEach((key, owner) -> register(key, owner));
  }

  private void register(String key, Owner owner) {
    members.put(owner.userId(), owner.name());
    registered.put(key, owner.userId());
  }

  /** Whether that is what a user is called who has chosen no name. */
  public boolean isUnnamed(long userId, Nickname name) {
    return nicknames.unnamed(userId).equals(name);
  }

  /** Whether a user has a name for good. */
  public boolean isRegistered(long userId) {
    return members.containsKey(userId);
  }

  /** From now on the name is that user's for good, whether they are here or not. */
  public void register(Nickname name, long userId) {
    register(name.key(), new Owner(userId, name.text()));
  }

  /** A user called {@code User<id>}; not online yet. */
  public Participant admit(long userId, Instant now) {
    Participant who = new Participant(userId, nicknames.unnamed(userId), now, Role.MEMBER);
    admitted.put(userId, who);
    owners.put(who.name().key(), userId);
    return who;
  }

  /**
   * A user who had a name before and has it again, unless it is somebody else's by now; not online
   * yet.
   */
  public Participant admit(long userId, String name, Instant now) {
    return admit(userId, name, now, Role.MEMBER);
  }

  /**
   * The same.
   *
   * @param role what they may do to others
   */
  public Participant admit(long userId, String name, Instant now, Role role) {
    Participant unnamed = new Participant(userId, nicknames.unnamed(userId), now, role);
    admitted.put(userId, unnamed);
    try {
      return rename(unnamed, claim(unnamed, name)).orElse(unnamed);
    } catch (Rejection notTheirsAnyMore) {
      return unnamed;
    }
  }

  /** A user who was admitted is online from now on. */
  public void appear(long userId) {
    online.add(userId);
  }

  /** Whether a user is here, or held, who keeps order everywhere. */
  public boolean moderates(long userId) {
    return find(userId).filter(Participant::moderates).isPresent();
  }

  /** Whoever has the number and is online. */
  public Optional<Participant> find(long userId) {
    return online.contains(userId) ? Optional.ofNullable(admitted.get(userId)) : Optional.empty();
  }

  /**
   * Whoever is online and has the number, as a client wrote it.
   *
   * @throws Rejection {@link Code#USER_NOT_FOUND} if there is nobody
   */
  public Participant addressee(@Nullable String id) throws Rejection {
    OptionalLong known = UserId.parse(id == null ? "" : id);
    Optional<Participant> found = known.isEmpty() ? Optional.empty() : find(known.getAsLong());
    return found.orElseThrow(() -> new Rejection(Code.USER_NOT_FOUND));
  }

  /**
   * The number of whoever can be written to, as a client wrote it: they are online, or have an
   * account and find it when they return.
   *
   * @throws Rejection {@link Code#USER_NOT_FOUND} if there is nobody
   */
  public long correspondent(@Nullable String id) throws Rejection {
    OptionalLong known = UserId.parse(id == null ? "" : id);
    if (known.isEmpty() || !canBeWrittenTo(known.getAsLong())) {
      throw new Rejection(Code.USER_NOT_FOUND);
    }
    return known.getAsLong();
  }

  /** Whether a user is online, or has an account. */
  public boolean canBeWrittenTo(long userId) {
    return isRegistered(userId) || find(userId).isPresent();
  }

  /** Who is here and has a name of that key. */
  public Optional<Participant> called(String key) {
    Long owner = owners.get(key);
    return owner == null
        ? Optional.empty()
        : Optional.ofNullable(admitted.get(owner)).filter(who -> who.name().key().equals(key));
  }

  /** How many are online. */
  public int size() {
    return online.size();
  }

  /**
   * What a user is called who is here or has an account, or would be called who had chosen no name.
   */
  public String nameOf(long userId) {
    Participant who = admitted.get(userId);
    return who != null
        ? who.name().text()
        : members.getOrDefault(userId, nicknames.unnamed(userId).text());
  }

  /**
   * Takes a name for a user, whom nobody calls so yet: from now on nobody else can have it, until
   * it is {@linkplain #free freed}.
   *
   * @throws Rejection if the name is not allowed or somebody else's
   */
  public Nickname claim(Participant who, String wanted) throws Rejection {
    Nickname own = nicknames.unnamed(who.id());
    if (wanted.strip().equals(own.text())) {
      return own;
    }
    Nickname name = nicknames.parse(wanted);
    if (registered.getOrDefault(name.key(), who.id()) != who.id()) {
      throw new Rejection(Code.NAME_TAKEN);
    }
    Long owner = owners.compute(name.key(), (key, before) -> claim(who.id(), before));
    if (owner != null && owner != who.id()) {
      throw new Rejection(Code.NAME_TAKEN);
    }
    return name;
  }

  /** Whose the name is from now on. */
  private @Nullable Long claim(long userId, @Nullable Long before) {
    if (before != null) {
      return before;
    }
    // Gone meanwhile: nobody would ever free the name.
    return admitted.containsKey(userId) ? Long.valueOf(userId) : null;
  }

  /**
   * Calls a user by the name that was claimed. The old one is still theirs until it is {@linkplain
   * #free freed}.
   *
   * @return the user under the new name; empty if they have left
   */
  public Optional<Participant> rename(Participant who, Nickname name) {
    return Optional.ofNullable(
        admitted.computeIfPresent(
            who.id(),
            (id, before) -> {
              // One's number is nobody else's, and is claimed by nobody.
              owners.putIfAbsent(name.key(), id);
              return before.named(name);
            }));
  }

  /**
   * Gives a user another role.
   *
   * @return the user with it; empty if they are not here
   */
  public Optional<Participant> appoint(long userId, Role role) {
    return Optional.ofNullable(admitted.computeIfPresent(userId, (id, before) -> before.as(role)));
  }

  /**
   * Says of a user that only programs come as that one.
   *
   * @return the user as such; empty if they are not here
   */
  public Optional<Participant> markBot(long userId) {
    return Optional.ofNullable(admitted.computeIfPresent(userId, (id, before) -> before.asBot()));
  }

  /**
   * Takes a user off the list of who is online, for good.
   *
   * @return what frees the last name
   */
  public Runnable depart(long userId) {
    online.remove(userId);
    Participant who = admitted.remove(userId);
    return who == null ? () -> {} : () -> owners.remove(who.name().key(), userId);
  }

  /** Lets others have a name of a user, unless the user is called so. */
  public void free(Participant who, Nickname name) {
    owners.computeIfPresent(
        name.key(), (key, owner) -> owner == who.id() && !isCalled(owner, key) ? null : owner);
  }

  private boolean isCalled(long userId, String key) {
    Participant now = admitted.get(userId);
    return now != null && now.name().key().equals(key);
  }
}
