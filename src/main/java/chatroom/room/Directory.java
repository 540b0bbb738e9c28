package chatroom.room;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who is online in the whole deployment, and whose every name is.
 *
 * <p>A chosen name belongs to one user from the moment it is asked for until {@link #free}.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Directory {
  private final Nicknames nicknames;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, Participant> admitted = new ConcurrentHashMap<>();
  private final Set<Long> online = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> owners = new ConcurrentHashMap<>();

  /**
   * @param nicknames the rules for names
   */
  public Directory(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /** A newcomer, called {@code User<id>}; not online yet. */
  public Participant admit(Instant now) {
    long id = lastId.incrementAndGet();
    Participant who = new Participant(id, nicknames.unnamed(id), now, false);
    admitted.put(id, who);
    return who;
  }

  /** A user who was admitted is online from now on. */
  public void appear(long userId) {
    online.add(userId);
  }

  /** Whoever has the number and is online. */
  public Optional<Participant> find(long userId) {
    return online.contains(userId) ? Optional.ofNullable(admitted.get(userId)) : Optional.empty();
  }

  /** How many are online. */
  public int size() {
    return online.size();
  }

  /**
   * Gives a user another name. The old one is still theirs until it is {@linkplain #free freed}.
   *
   * @return the user under the new name
   * @throws Rejection if the name is not allowed or somebody else's
   */
  public Participant rename(Participant who, String wanted) throws Rejection {
    Nickname own = nicknames.unnamed(who.id());
    if (wanted.strip().equals(own.text())) {
      Participant unnamed = who.named(own);
      admitted.replace(who.id(), unnamed);
      return unnamed;
    }
    Participant renamed = who.named(nicknames.parse(wanted));
    Long owner = owners.compute(renamed.name().key(), (key, before) -> claim(renamed, before));
    if (owner != null && owner != who.id()) {
      throw new Rejection(Code.NAME_TAKEN);
    }
    return renamed;
  }

  /** Whose the new name is from now on; one step with the renaming, so {@link #free} sees both. */
  private @Nullable Long claim(Participant renamed, @Nullable Long before) {
    if (before != null && before != renamed.id()) {
      return before;
    }
    // Gone meanwhile: nobody would ever free the name.
    return admitted.replace(renamed.id(), renamed) == null ? before : Long.valueOf(renamed.id());
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

  /** Lets others have the old name of a renamed user, unless that is the user's name again. */
  public void free(Participant renamed, Nickname oldName) {
    owners.computeIfPresent(
        oldName.key(),
        (key, owner) -> owner == renamed.id() && !isCalled(owner, key) ? null : owner);
  }

  private boolean isCalled(long userId, String key) {
    Participant now = admitted.get(userId);
    return now != null && now.name().key().equals(key);
  }
}
