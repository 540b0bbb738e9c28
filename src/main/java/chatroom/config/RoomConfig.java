package chatroom.config;

import java.util.List;

/**
 * The settings of rooms.
 *
 * @param names {@code rooms}: the names of the rooms that are always there, separated by commas; 1
 *     to 32 of {@code a-z}, {@code 0-9}, {@code -} and {@code _} each, a letter or digit first; at
 *     most 100, no two the same, {@code general} among them; default {@code general,random,gaming}.
 *     In their order
 * @param anyoneMakesRooms {@code room-creation}: who may make more, {@code anyone}, the default, or
 *     {@code nobody}; whether it is anyone
 * @param perUser {@code max-rooms-per-user}: in how many rooms a user may be at once, and how many
 *     they may own, 1 to 10,000; default 50
 * @param rosterLimit {@code roster-limit}: how many members a list shows and a room may have so
 *     that each who comes or goes is told, 1 to 100,000 and at most a hundredth of {@link
 *     ChatConfig#queueBytes}; default 500
 */
public record RoomConfig(
    List<String> names, boolean anyoneMakesRooms, int perUser, int rosterLimit) {
  static RoomConfig read(ConfigReader reader) {
    return new RoomConfig(
        reader.value(Settings.ROOMS),
        reader.value(Settings.ROOM_CREATION),
        reader.value(Settings.MAX_ROOMS_PER_USER),
        reader.value(Settings.ROSTER_LIMIT));
  }
}
