package chatroom.config;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * The home directory, held by this deployment alone until it is closed: a lock on {@code chat.lock}
 * in it keeps every other server away, in this JVM or another.
 *
 * <p>There is also a home without a directory, for a room that keeps nothing: what a deployment
 * gets that was told no home and cannot have the default one.
 *
 * <p>Thread safety: immutable; {@link #close} may be called by any thread, more than once.
 */
public final class Home implements AutoCloseable {
  private final Optional<Path> directory;
  private final Optional<String> problem;
  private final Closeable lock;

  private Home(Path directory, Closeable lock) {
    this.directory = Optional.of(directory);
    this.problem = Optional.empty();
    this.lock = lock;
  }

  private Home(String problem) {
    this.directory = Optional.empty();
    this.problem = Optional.of(problem);
    this.lock = () -> {};
  }

  /**
   * Takes the home of this configuration. A directory that is missing is made, for its owner alone
   * where the file system knows owners.
   *
   * @throws ConfigException if another server holds it, or if it was configured and cannot be
   *     written
   */
  public static Home open(ChatConfig config) {
    Path directory = config.home();
    if (!directory.isAbsolute()) {
      return new Home("The user of this server has no home directory");
    }
    try {
      makeWritable(directory);
      return new Home(directory, lock(directory, config));
    } catch (IOException e) {
      if (config.homeIsDefault()) {
        return new Home(directory + " cannot be written: " + e);
      }
      throw new ConfigException(
          config.homeFault("a directory that can be written is needed: " + e), e);
    }
  }

  /** Where to keep things; empty if nothing can be kept. */
  public Optional<Path> directory() {
    return directory;
  }

  /** Why there is no directory, for the log; empty if there is one. */
  public Optional<String> problem() {
    return problem;
  }

  /** Lets another server have the home. The lock file stays, unlocked. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Proves by a file that comes and goes: permissions alone do not tell. */
  private static void makeWritable(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, ownerOnly(directory));
    }
    Files.delete(Files.createTempFile(directory, "writable", ".tmp"));
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static FileChannel lock(Path directory, ChatConfig config) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("chat.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (isLocked(channel)) {
        return channel;
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new ConfigException(List.of(config.homeFault("another server is using this directory")));
  }

  /** False if another process has it, or another web application of this JVM. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
