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
  private boolean over;

  /** Begins at the end of the feed: what was told before is not told. */
  Subscription(Feed feed, long userId, Protocol protocol) {
    this.feed = feed;
    this.userId = userId;
    this.protocol = protocol;
    this.place = feed.end();
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
    return entry.isFor(protocol) && entry.exceptUserId() != userId;
  }

  /** How many bytes the client is told from one entry to another, or at least has to be. */
  long bytes(Entry from, Entry to, boolean lastingOnly) {
    return lastingOnly ? to.lastingBytesAfter(from) : to.bytesAfter(from, protocol);
  }
}
