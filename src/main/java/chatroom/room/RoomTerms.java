package chatroom.room;

/**
 * The bounds of rooms.
 *
 * @param anyoneMakesRooms whether everybody may make rooms, or nobody
 * @param perUser in how many rooms a user may be at once, and how many they may own
 */
public record RoomTerms(boolean anyoneMakesRooms, int perUser) {}
