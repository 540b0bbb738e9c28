package chatroom.room;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is known of the files that users have uploaded; the files themselves are elsewhere.
 *
 * <p>Promises: what was {@linkplain Outcome#KEPT kept} is found, also after a restart if the log is
 * a lasting one, until it goes; of no user, and in all, more is kept than the quota. What a message
 * names goes with that message, what none names when it is old.
 *
 * <p>Thread safety: implementations are safe for use by any thread. All but {@link #whenGone} may
 * block for as long as a database takes.
 */
public interface Uploads {
  /** What a path of an upload begins with, in an image's url: what follows is its {@code id}. */
  String PATH = "uploads/";

  /** The id in an image's url, if that is the url of an upload. */
  static Optional<String> idIn(Optional<String> url) {
    return url.filter(it -> it.startsWith(PATH)).map(it -> it.substring(PATH.length()));
  }

  /** What is said to who shows one that is not there, not of this room, or shown already. */
  static Rejection notToBeShown() {
    return new Rejection(
        Code.INVALID_URL, "No such upload in this room, or a message shows it already");
  }

  /**
   * A file.
   *
   * @param id what nobody can guess
   * @param room who may read it may have the file
   * @param userId who uploaded it
   * @param mediaType what HTTP calls its kind
   * @param bytes what it takes
   */
  record Upload(String id, RoomName room, long userId, String mediaType, long bytes) {}

  /**
   * How much may be kept.
   *
   * @param ofUser bytes of one user
   * @param ofAll bytes of all together
   */
  record Quota(long ofUser, long ofAll) {}

  /** What became of one that was to be kept. */
  enum Outcome {
    KEPT,
    /** The user has too much. */
    USER_IS_FULL,
    /** There is too much in all. */
    ALL_IS_FULL
  }

  /**
   * Keeps one if the quota allows it.
   *
   * @throws Unavailable if that cannot be done now; nothing is kept then
   */
  Outcome add(Upload upload, Quota quota) throws Unavailable;

  /**
   * What would become of it if it came now; nothing is kept.
   *
   * @throws Unavailable if that cannot be known now
   */
  Outcome wouldAdd(long userId, long bytes, Quota quota) throws Unavailable;

  /**
   * The one with that id, if it is still there.
   *
   * @throws Unavailable if that cannot be known now
   */
  Optional<Upload> find(String id) throws Unavailable;

  /**
   * Lets go a little of what no message names, or none that is still there.
   *
   * @param unnamedBefore what came before that and was never named goes
   * @return whether there is more of it
   * @throws Unavailable if that cannot be done now
   */
  boolean sweep(Instant unnamedBefore) throws Unavailable;

  /**
   * Says who is to be told of each id that goes, whatever the reason; before anything else is done.
   *
   * @param gone called by any thread; must not block
   */
  void whenGone(Consumer<String> gone);
}
