package chatroom.room;

/**
 * Which stretch of what is stored of a room is wanted.
 *
 * @param room the room
 * @param direction which way from {@code seq}
 * @param seq where to begin; itself not included
 * @param limit the most of it; from 0
 * @param asOf the room as it was when the newest event had this {@code id}: later ones are not
 *     there, not in the page and not in what it says of the room; but the messages of a page {@link
 *     Direction#BEFORE} may be in a later state
 * @param readerId which reactions are that user's own; 0 if nobody's are
 */
public record HistoryQuery(
    RoomName room, Direction direction, long seq, int limit, long asOf, long readerId) {
  /** Which way a page goes. */
  public enum Direction {
    /** The newest messages below {@code seq}, in their present state, and no changes. */
    BEFORE,
    /** The oldest events above {@code seq}, as they happened and without a gap. */
    AFTER
  }

  /** A stretch that nobody in particular reads. */
  public HistoryQuery(RoomName room, Direction direction, long seq, int limit, long asOf) {
    this(room, direction, seq, limit, asOf, 0);
  }

  /** The newest messages of a room, for nobody in particular. */
  public static HistoryQuery newest(RoomName room, int limit, long asOf) {
    return newest(room, limit, asOf, 0);
  }

  /** The newest messages of a room. */
  public static HistoryQuery newest(RoomName room, int limit, long asOf, long readerId) {
    return new HistoryQuery(room, Direction.BEFORE, Long.MAX_VALUE, limit, asOf, readerId);
  }
}
