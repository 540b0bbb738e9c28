package chatroom.delivery;

import chatroom.delivery.Feed.Entry;

/**
 * How far one client has come in a feed.
 *
 * <p>Thread safety: none; the client's {@link Dispatch} guards it.
 */
final class Subscription {
  private final Feed feed;
  private final Long userId;
  private final Protocol protocol;
  private Entry place;
  private Entry due;
  private Entry taken;
  private boolean over;

  /** Begins at the end of the feed: what was told before is not told. */
  Subscription(Feed feed, long userId, Protocol protocol) {
    this.feed = feed;
    this.userId = userId;
    this.protocol = protocol;
    this.place = feed.end();
    this.due = place;
    this.taken = place;
  }

  /** Who is told; boxed once. */
  Long userId() {
    return userId;
  }

  /** What it is a subscription of. */
  Feed feed() {
    return feed;
  }

  /** The last entry that was taken over for the client. */
  Entry place() {
    return place;
  }

  /** All up to that entry has been taken over for the client. */
  void moveTo(Entry entry) {
    place = entry;
  }

  /** The room's writer has come to that entry: from now on it is the client that is late. */
  void dueUpTo(Entry entry) {
    due = entry;
  }

  /** All up to that entry has been taken out to be sent. */
  void takenUpTo(Entry entry) {
    taken = entry;
  }

  /** How many of the bytes that wait the room's writer has not come to. */
  long earlyBytes(boolean lastingOnly) {
    Entry since = taken.isAfter(due) ? taken : due;
    return place.isAfter(since) ? bytes(since, place, lastingOnly) : 0;
  }

  /** Whether it has ended. */
  boolean isOver() {
    return over;
  }

  /** Nothing more is taken over. */
  void end() {
    over = true;
  }

  /** Whether the client is told the entry. */
  boolean hears(Entry entry) {
    return entry.isFor(protocol) && !entry.except().contains(userId);
  }

  /** How many bytes the client is told from one entry to another, or at least has to be. */
  long bytes(Entry from, Entry to, boolean lastingOnly) {
    return lastingOnly ? to.lastingBytesAfter(from) : to.bytesAfter(from, protocol);
  }
}
