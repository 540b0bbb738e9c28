package chatroom.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that were uploaded: each is there whole or not at all, also after a power failure, as
 * far as the disk keeps what it was told to keep.
 *
 * <p>Thread safety: safe for use by any thread; a draft is its maker's.
 */
public final class UploadFolder {
  /** What is never taken from the disk: the database needs room, too. */
  static final long RESERVE_BYTES = 64L * 1024 * 1024;

  private static final int ID_BYTES = 16;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Path kept;
  private final Path drafts;
  private final SecureRandom random;
  private final LongSupplier usableBytes;

  private UploadFolder(Path folder, SecureRandom random, LongSupplier usableBytes) {
    this.kept = folder;
    this.drafts = folder.resolve("drafts");
    this.random = random;
    this.usableBytes = usableBytes;
  }

  /**
   * The folder at that place, which is made if it is missing.
   *
   * @throws StoreException if it cannot be made
   */
  public static UploadFolder at(Path folder, SecureRandom random) {
    return at(folder, random, () -> usable(folder));
  }

  /** The folder at that place, there or not, for whoever only finds files in it. */
  public static UploadFolder toRead(Path folder) {
    return new UploadFolder(folder, new SecureRandom(), () -> 0);
  }

  /** The same on a disk that has so many bytes left. */
  static UploadFolder at(Path folder, SecureRandom random, LongSupplier usableBytes) {
    try {
      UploadFolder uploads = new UploadFolder(folder, random, usableBytes);
      Files.createDirectories(uploads.drafts);
      return uploads;
    } catch (IOException e) {
      throw new StoreException("Uploads cannot be kept in " + folder + ": " + e);
    }
  }

  private static long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether the disk has room for so many bytes more.
   *
   * @throws IOException if that cannot be known, for the folder is not there
   */
  public boolean hasRoomFor(long bytes) throws IOException {
    try {
      return usableBytes.getAsLong() - RESERVE_BYTES >= bytes;
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  /** A file that is not there yet; has to be {@linkplain #discard discarded}. */
  public Path draft() {
    return drafts.resolve(freshId());
  }

  private String freshId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Lets go of a draft, if it is still one. */
  public void discard(Path draft) throws IOException {
    Files.deleteIfExists(draft);
  }

  /**
   * Keeps what was written into a draft.
   *
   * @return the new file's id, which nobody can guess
   */
  public String keep(Path draft) throws IOException {
    String id = freshId();
    Path file = file(id);
    Files.createDirectories(file.resolveSibling(""));
    force(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(file.resolveSibling(""));
    return id;
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    // A folder of Windows cannot be opened, and needs it not.
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The file with that id, if it is there. */
  public Optional<Path> find(String id) {
    return ID.matcher(id).matches()
        ? Optional.of(file(id)).filter(Files::exists)
        : Optional.empty();
  }

  /** Not too many in one folder. */
  private Path file(String id) {
    return kept.resolve(id.substring(0, 2)).resolve(id);
  }

  /** Deletes the file with that id, if it is there. */
  public void remove(String id) throws IOException {
    Optional<Path> file = find(id);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  /** Deletes what nobody needs of what was written before: drafts, and files that are not known. */
  void sweep(Instant before, Predicate<String> known) throws IOException {
    for (Path file : files(kept)) {
      boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
      boolean draft = file.startsWith(drafts);
      if (old && (draft || !known.test(String.valueOf(file.getFileName())))) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Deletes the folder with all that is in it. */
  public void delete() throws IOException {
    try (Stream<Path> all = Files.walk(kept)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
