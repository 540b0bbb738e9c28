package chatroom.delivery;

import chatroom.delivery.Pass.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of one room here: each client once, a user by as many clients as they have.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Readers {
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}; in the order they came. */
  private final Map<Client, Reader> byClient = new LinkedHashMap<>();

  /** Guarded by {@code lock}: the same by user. */
  private final Map<Long, List<Reader>> byUser = new HashMap<>();

  /** Guarded by {@code lock}: how many of them speak plainly. */
  private int plain;

  /** Guarded by {@code lock}: the same as a list, made when asked for, as thousands may come. */
  private @Nullable List<Reader> all = List.of();

  /** Adds a reader, whose client is not among them. */
  void add(Reader reader) {
    lock.lock();
    try {
      byClient.put(reader.client(), reader);
      byUser.merge(reader.subscription().userId(), List.of(reader), Readers::and);
      count(reader, 1);
    } finally {
      lock.unlock();
    }
  }

  private static List<Reader> and(List<Reader> some, List<Reader> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Takes the reader of a client out; null if there is none. */
  @Nullable Reader remove(Client client) {
    lock.lock();
    try {
      Reader gone = byClient.remove(client);
      if (gone != null) {
        byUser.computeIfPresent(
            gone.subscription().userId(), (user, readers) -> without(readers, gone));
        count(gone, -1);
      }
      return gone;
    } finally {
      lock.unlock();
    }
  }

  private static @Nullable List<Reader> without(List<Reader> readers, Reader gone) {
    List<Reader> left = readers.stream().filter(it -> !it.equals(gone)).toList();
    return left.isEmpty() ? null : left;
  }

  private void count(Reader reader, int change) {
    all = null;
    if (reader.client().protocol() == Protocol.PLAIN) {
      plain += change;
    }
  }

  /** Whether anybody is there who is told what that audience is, but for some users. */
  boolean include(Audience audience, Set<Long> except) {
    lock.lock();
    try {
      int told =
          switch (audience) {
            case EVERYONE -> byClient.size();
            case PLAIN -> plain;
            case CHAT_V1 -> byClient.size() - plain;
          };
      for (Long userId : except) {
        for (Reader excepted : byUser.getOrDefault(userId, List.of())) {
          told -= audience.includes(excepted.client().protocol()) ? 1 : 0;
        }
      }
      return told > 0;
    } finally {
      lock.unlock();
    }
  }

  /** Who is there now, unmodifiable. */
  List<Reader> all() {
    lock.lock();
    try {
      List<Reader> made = all;
      if (made == null) {
        made = List.copyOf(byClient.values());
        all = made;
      }
      return made;
    } finally {
      lock.unlock();
    }
  }
}
