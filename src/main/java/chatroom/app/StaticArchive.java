package chatroom.app;

import chatroom.archive.Addresses;
import chatroom.archive.ArchivePage;
import chatroom.archive.DayContents;
import chatroom.archive.Texts;
import chatroom.room.Archive.Day;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.storage.ArchiveSnapshot;
import chatroom.storage.UploadFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes the archive as files that need no server: the list of rooms last, so that it is there only
 * if all is.
 *
 * <p>Thread safety: for one thread.
 */
final class StaticArchive {
  private static final String STYLE = "archive.css";

  /** How many days are looked for at once. */
  private static final int DAYS = 100;

  private final ArchiveSnapshot archive;
  private final UploadFolder uploads;
  private final Path folder;
  private final Texts texts;

  StaticArchive(ArchiveSnapshot archive, UploadFolder uploads, Path folder, Texts texts) {
    this.archive = archive;
    this.uploads = uploads;
    this.folder = folder;
    this.texts = texts;
  }

  @FunctionalInterface
  private interface Contents {
    void write(ArchivePage page) throws IOException;
  }

  /** Writes all of a room; returns how many messages that are. */
  long write(RoomCharter room) throws IOException, Unavailable {
    List<Day> days = days(room.name());
    Path place = Files.createDirectories(folder.resolve(room.name().value()));
    Addresses addresses = new StaticAddresses("../", place);
    long messages = 0;
    for (int i = 0; i < days.size(); i++) {
      messages += write(room, days, i, addresses);
    }
    write(place.resolve("index.html"), addresses, page -> page.room(room, days, Optional.empty()));
    return messages;
  }

  private List<Day> days(RoomName room) {
    List<Day> days = new ArrayList<>();
    List<Day> next = archive.daysBefore(room, LocalDate.MAX, DAYS);
    while (!next.isEmpty()) {
      days.addAll(next);
      next = archive.daysBefore(room, next.get(next.size() - 1).date(), DAYS);
    }
    return days;
  }

  /** Writes one of the days, which come the latest first. */
  private long write(RoomCharter room, List<Day> days, int index, Addresses addresses)
      throws IOException, Unavailable {
    Day day = days.get(index);
    long messages = 0;
    for (long number = 1; number <= DayContents.pages(day); number++) {
      DayContents contents =
          DayContents.read(
              archive, room, day, number, date(days, index + 1), date(days, index - 1));
      String file = StaticAddresses.file(day.date(), number);
      write(folder.resolve(room.name().value()).resolve(file), addresses, it -> it.day(contents));
      messages += contents.messages().size();
    }
    return messages;
  }

  private static Optional<LocalDate> date(List<Day> days, int index) {
    return index >= 0 && index < days.size()
        ? Optional.of(days.get(index).date())
        : Optional.empty();
  }

  /** Writes what comes last. */
  void finish(List<RoomCharter> rooms) throws IOException {
    try (InputStream style =
        Objects.requireNonNull(ArchivePage.class.getResourceAsStream(STYLE), STYLE)) {
      Files.copy(style, folder.resolve(STYLE));
    }
    write(folder.resolve("index.html"), new StaticAddresses("", folder), it -> it.rooms(rooms));
  }

  private void write(Path file, Addresses addresses, Contents contents) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      contents.write(new ArchivePage(texts, addresses, writer));
    }
  }

  /** Where everything is in the folder; an image is brought there when it is asked for. */
  private final class StaticAddresses implements Addresses {
    private final String root;
    private final Path place;

    /**
     * @param root what leads from the page to the list of rooms
     * @param place the folder of the page
     */
    StaticAddresses(String root, Path place) {
      this.root = root;
      this.place = place;
    }

    private static String file(LocalDate date, long page) {
      return date + (page == 1 ? "" : "-" + page) + ".html";
    }

    @Override
    public String style() {
      return root + STYLE;
    }

    @Override
    public Optional<String> icon() {
      return Optional.empty();
    }

    @Override
    public Optional<String> chat() {
      return Optional.empty();
    }

    @Override
    public String rooms() {
      return root + "index.html";
    }

    @Override
    public String room(RoomName room) {
      return root + Addresses.encoded(room.value()) + "/index.html";
    }

    /** The list of days is whole. */
    @Override
    public String before(RoomName room, LocalDate date) {
      return room(room);
    }

    @Override
    public String day(RoomName room, LocalDate date, long page) {
      return root + Addresses.encoded(room.value()) + "/" + file(date, page);
    }

    @Override
    public Optional<String> image(RoomName room, String id) throws IOException {
      Optional<Path> from = uploads.find(id);
      Optional<String> type =
          from.isPresent()
              ? archive.upload(id).filter(it -> it.room().equals(room)).map(it -> it.mediaType())
              : Optional.empty();
      if (type.isEmpty()) {
        return Optional.empty();
      }
      String name = id + "." + type.get().replaceFirst("^.*/", "");
      Path to = Files.createDirectories(place.resolve("img")).resolve(name);
      if (!Files.exists(to)) {
        Files.copy(from.orElseThrow(), to);
      }
      return Optional.of("img/" + name);
    }
  }
}
