package chatroom.http;

import chatroom.room.RoomName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** What an address of the archive stands for. */
sealed interface ArchivePath {
  /** Where the archive begins, within the application. */
  String ROOT = "/archive/";

  /** The list of rooms. */
  record Rooms() implements ArchivePath {}

  /** A room's days. */
  record Days(RoomName room) implements ArchivePath {}

  /** One day. */
  record OneDay(RoomName room, LocalDate date) implements ArchivePath {}

  /** An upload. */
  record Image(String id) implements ArchivePath {}

  /** A folder without its slash, from which relative addresses would lead astray. */
  record Folder(String name) implements ArchivePath {}

  /**
   * Reads an address.
   *
   * @param path within the application; {@code /archive}, or what is below it
   * @throws HttpRefusal if it stands for nothing
   */
  static ArchivePath parse(String path) throws HttpRefusal {
    if (!path.startsWith(ROOT)) {
      return new Folder("archive");
    }
    String[] parts = path.substring(ROOT.length()).split("/", -1);
    if (parts.length == 1) {
      return parts[0].isEmpty() ? new Rooms() : new Folder(parts[0]);
    }
    RoomName room = room(parts[0]);
    if (parts.length == 2) {
      return parts[1].isEmpty() ? new Days(room) : new OneDay(room, date(parts[1]));
    } else if (parts.length == 3 && parts[1].equals("img")) {
      return new Image(parts[2]);
    }
    throw nothing();
  }

  /** A private chat is nothing that the archive has. */
  private static RoomName room(String name) throws HttpRefusal {
    if (name.isEmpty() || RoomName.namesPrivateChat(name)) {
      throw nothing();
    }
    return new RoomName(name);
  }

  /**
   * A day as it is written, and in no other way.
   *
   * @throws HttpRefusal if it is none
   */
  static LocalDate date(String text) throws HttpRefusal {
    try {
      if (Form.DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw HttpRefusal.badRequest("There is no such day");
    }
    throw HttpRefusal.badRequest("That is no day");
  }

  /**
   * The number of a page.
   *
   * @throws HttpRefusal if it is none
   */
  static long page(String text) throws HttpRefusal {
    if (!Form.PAGE.matcher(text).matches()) {
      throw HttpRefusal.badRequest("That is no page");
    }
    return Long.parseLong(text);
  }

  /** It does not exist, or not for this visitor: nobody can tell which. */
  static HttpRefusal nothing() {
    return HttpRefusal.notFound("not_found", "There is nothing there");
  }

  /** How things are written. */
  final class Form {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,14}");

    private Form() {}
  }
}
