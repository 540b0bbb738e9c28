package chatroom.delivery;

import chatroom.delivery.Feed.Entry;
import chatroom.delivery.Parcel.Form;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a feed that is put together once for all who are told the whole of it.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class Batch {
  private final Entry from;
  private final Entry to;
  private final List<Entry> entries;
  private final Set<Long> excepted = new HashSet<>();
  private final Map<Form, Optional<Parcel>> parcels = new EnumMap<>(Form.class);

  private Batch(Entry from, Entry to, List<Entry> entries) {
    this.from = from;
    this.to = to;
    this.entries = entries;
    entries.forEach(entry -> excepted.addAll(entry.except()));
  }

  /**
   * What comes after an entry.
   *
   * @param maxBytes the most it may have, unless a single frame is larger
   * @return null if nothing does
   */
  static @Nullable Batch after(Entry from, int maxBytes) {
    List<Entry> entries = new ArrayList<>();
    long bytes = 0;
    Entry to = from;
    for (Entry next = from.next(); next != null; next = next.next()) {
      bytes += next.frame().bytes() + 1;
      if (bytes > maxBytes && !entries.isEmpty()) {
        break;
      }
      entries.add(next);
      to = next;
    }
    return entries.isEmpty() ? null : new Batch(from, to, entries);
  }

  /** The entry before its first. */
  Entry from() {
    return from;
  }

  /** Its last entry. */
  Entry to() {
    return to;
  }

  /** Whether a client has come just to its beginning and is told all of it. */
  boolean isWholeFor(Subscription subscription) {
    return subscription.place() == from && !excepted.contains(subscription.userId());
  }

  /** Whether it is a single frame. */
  boolean isOne() {
    return entries.size() == 1;
  }

  /** All of it that is told in that form; empty if nothing is. The same for all who ask. */
  Optional<Parcel> parcel(Form form) {
    return parcels.computeIfAbsent(form, this::make);
  }

  private Optional<Parcel> make(Form form) {
    List<Frame> frames =
        entries.stream().filter(it -> it.isFor(form.protocol())).map(Entry::frame).toList();
    return frames.isEmpty() ? Optional.empty() : Optional.of(new Parcel(frames, form));
  }
}
