package chatroom.room;

/**
 * Which stretch of a room's messages is wanted.
 *
 * @param room the room
 * @param direction which way from {@code seq}
 * @param seq where to begin; itself not included
 * @param limit the most messages; from 0
 * @param asOf the room as it was when the newest message had this {@code id}: later ones are not
 *     there, not in the page and not in what it says of the room
 */
public record HistoryQuery(RoomName room, Direction direction, long seq, int limit, long asOf) {
  /** Which way a page goes. */
  public enum Direction {
    /** The newest messages below {@code seq}. */
    BEFORE,
    /** The oldest messages above {@code seq}. */
    AFTER
  }

  /** The newest messages of a room. */
  public static HistoryQuery newest(RoomName room, int limit, long asOf) {
    return new HistoryQuery(room, Direction.BEFORE, Long.MAX_VALUE, limit, asOf);
  }
}
