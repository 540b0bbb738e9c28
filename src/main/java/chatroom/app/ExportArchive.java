package chatroom.app;

import chatroom.archive.Texts;
import chatroom.room.Charters.Kept;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.storage.ArchiveSnapshot;
import chatroom.storage.StoreException;
import chatroom.storage.UploadFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command that writes what was said as a folder of pages, for whoever has the WAR and a JDK,
 * also while the chat runs: as it was at one moment. It changes nothing but that folder.
 *
 * <p>Exit codes: {@value #WRITTEN} if all is there; {@value #INCOMPLETE} if something is missing,
 * and what is told; {@value #REFUSED} if nothing was begun.
 *
 * <p>Thread safety: for one thread.
 */
public final class ExportArchive {
  static final int WRITTEN = 0;
  static final int INCOMPLETE = 1;
  static final int REFUSED = 2;

  private static final String USAGE =
      "ExportArchive --home DIR [--jdbc-url URL] --to FOLDER [--room NAME]…"
          + " [--language en|de|zh]\n"
          + "Without --room: all rooms that are not private.";

  private final PrintStream out;
  private final List<RoomName> named = new ArrayList<>();
  private Optional<Path> home = Optional.empty();
  private Optional<Path> folder = Optional.empty();
  private Optional<String> url = Optional.empty();
  private Locale language = Texts.LANGUAGES.get(0);

  private ExportArchive(PrintStream out) {
    this.out = out;
  }

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  /** The command without the end of the process; returns the exit code. */
  static int run(String[] arguments, PrintStream out) {
    ExportArchive command = new ExportArchive(out);
    if (!command.understands(arguments)) {
      out.println(USAGE);
      return REFUSED;
    }
    try {
      return command.export();
    } catch (StoreException e) {
      out.println(e.getMessage());
      return REFUSED;
    }
  }

  private boolean understands(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      if (!takes(arguments[i], arguments[i + 1])) {
        return false;
      }
    }
    return arguments.length % 2 == 0 && home.isPresent() && folder.isPresent();
  }

  private boolean takes(String option, String value) {
    try {
      switch (option) {
        case "--home" -> home = Optional.of(Path.of(value));
        case "--to" -> folder = Optional.of(Path.of(value));
        case "--jdbc-url" -> url = Optional.of(value);
        case "--room" -> named.add(new RoomName(value));
        case "--language" -> language = Locale.forLanguageTag(value);
        default -> {
          return false;
        }
      }
    } catch (InvalidPathException e) {
      return false;
    }
    return Texts.LANGUAGES.stream().anyMatch(it -> it.getLanguage().equals(language.getLanguage()));
  }

  private int export() {
    try (ArchiveSnapshot archive =
        url.map(ArchiveSnapshot::url)
            .orElseGet(() -> ArchiveSnapshot.file(home.orElseThrow().resolve(Stores.FILE)))) {
      List<RoomCharter> rooms = rooms(archive.rooms());
      requireEmpty(folder.orElseThrow());
      return write(archive, rooms);
    }
  }

  /** Those that were named, or else those that anybody may read. */
  private List<RoomCharter> rooms(List<Kept> kept) {
    List<RoomName> names = kept.stream().map(it -> it.charter().name()).toList();
    for (RoomName name : named) {
      if (!names.contains(name)) {
        throw new StoreException("There is no room " + name);
      }
    }
    return kept.stream()
        .map(Kept::charter)
        .filter(it -> named.isEmpty() ? !it.byInvitation() : named.contains(it.name()))
        .sorted(Comparator.comparing(it -> it.name().value()))
        .toList();
  }

  private static void requireEmpty(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new StoreException(folder + " is not empty");
        }
      }
    } catch (IOException e) {
      throw new StoreException(folder + " cannot be written: " + e);
    }
  }

  private int write(ArchiveSnapshot archive, List<RoomCharter> rooms) {
    UploadFolder uploads = UploadFolder.toRead(home.orElseThrow().resolve("uploads"));
    StaticArchive pages =
        new StaticArchive(archive, uploads, folder.orElseThrow(), Texts.in(language));
    try {
      for (RoomCharter room : rooms) {
        long messages = pages.write(room);
        out.println("#" + room.name() + ": " + messages + " messages");
      }
      pages.finish(rooms);
      out.println("Written: " + folder.orElseThrow().resolve("index.html"));
      return WRITTEN;
    } catch (InvalidPathException e) {
      out.println("INCOMPLETE. A room's name is none for files here: try with LC_ALL=C.UTF-8");
    } catch (IOException | Unavailable | StoreException e) {
      out.println("INCOMPLETE. " + e.getMessage());
    }
    return INCOMPLETE;
  }
}
