package chatroom.http;

import chatroom.archive.Addresses;
import chatroom.room.RoomName;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where everything is on the server: relative, so that a proxy may put the application wherever it
 * likes.
 *
 * <p>Thread safety: immutable.
 *
 * @param root what leads from the page to the application's root
 */
record ServedAddresses(String root) implements Addresses {
  /** Those of a page at that path, which begins with a slash. */
  static ServedAddresses from(String path) {
    long folders = path.chars().filter(c -> c == '/').count() - 1;
    return new ServedAddresses("../".repeat((int) folders));
  }

  @Override
  public String style() {
    return root + "css/archive.css";
  }

  @Override
  public Optional<String> icon() {
    return Optional.of(root + "img/icon.svg");
  }

  @Override
  public Optional<String> chat() {
    return Optional.of(root);
  }

  @Override
  public String rooms() {
    return root + "archive/";
  }

  @Override
  public String room(RoomName room) {
    return rooms() + Addresses.encoded(room.value()) + "/";
  }

  @Override
  public String before(RoomName room, LocalDate date) {
    return room(room) + "?before=" + date;
  }

  @Override
  public String day(RoomName room, LocalDate date, long page) {
    return room(room) + date + (page == 1 ? "" : "?page=" + page);
  }

  @Override
  public Optional<String> image(RoomName room, String id) {
    return Optional.of(room(room) + "img/" + Addresses.encoded(id));
  }
}
