package chatroom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.room.RoomName;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where everything is, as one page of the archive calls it.
 *
 * <p>Thread safety: for one page.
 */
public interface Addresses {
  /** The stylesheet. */
  String style();

  /** The picture for a tab, if there is one beside the archive. */
  Optional<String> icon();

  /** The chat itself, if there is one beside the archive. */
  Optional<String> chat();

  /** The list of rooms. */
  String rooms();

  /** The list of a room's days. */
  String room(RoomName room);

  /** The room's days before that one. */
  String before(RoomName room, LocalDate date);

  /**
   * What was said on a day.
   *
   * @param page from 1
   */
  String day(RoomName room, LocalDate date, long page);

  /**
   * An upload of the room, if it is to be had.
   *
   * @throws IOException if it was to be brought to its place, and could not
   */
  Optional<String> image(RoomName room, String id) throws IOException;

  /** A part of a path, as an address has it. */
  static String encoded(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }
}
