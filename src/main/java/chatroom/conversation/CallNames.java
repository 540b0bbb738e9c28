package chatroom.conversation;

import chatroom.room.Directory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * What people are called, whether they are here or not: who is away and has no name that is kept is
 * called {@code User<id>}.
 *
 * <p>Thread safety: confined to the lane, on which it also answers.
 */
final class CallNames {
  private final Directory directory;
  private final Guestbook guestbook;

  CallNames(Chat chat) {
    this.directory = chat.directory();
    this.guestbook = chat.guestbook();
  }

  /**
   * Finds out what some are called; at once if all of them are here.
   *
   * @param found given what tells the name of each of them
   * @param refused runs instead if that cannot be known now
   */
  void find(Set<Long> userIds, Consumer<LongFunction<String>> found, Runnable refused) {
    if (userIds.stream().allMatch(userId -> directory.find(userId).isPresent())) {
      found.accept(directory::nameOf);
    } else {
      guestbook.names(userIds, kept -> found.accept(userId -> name(userId, kept)), refused);
    }
  }

  private String name(long userId, Map<Long, String> kept) {
    return directory
        .find(userId)
        .map(who -> who.name().text())
        .or(() -> Optional.ofNullable(kept.get(userId)))
        .orElseGet(() -> directory.nameOf(userId));
  }
}
