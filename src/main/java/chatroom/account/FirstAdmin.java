package chatroom.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the first administrator of a deployment is made: by a token in a file that nobody but the
 * server's own user can read. It is good once.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class FirstAdmin {
  /** What the file is called. */
  public static final String FILE = "first-admin-token";

  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);
  private static final int MAX_BYTES = 100;

  private final Optional<Path> file;

  /** Guarded by this. */
  private Optional<ResumeToken> token;

  private FirstAdmin(Optional<Path> file, Optional<ResumeToken> token) {
    this.file = file;
    this.token = token;
  }

  /** There is no such token. */
  public static FirstAdmin none() {
    return new FirstAdmin(Optional.empty(), Optional.empty());
  }

  /**
   * The token of a home, as it is there from an earlier start or made now. The log says where it
   * is.
   *
   * @param home where its file is
   * @throws IOException if the file cannot be read or written
   */
  public static FirstAdmin in(Path home, SecureRandom random) throws IOException {
    Path file = home.resolve(FILE);
    Optional<ResumeToken> earlier = read(file);
    ResumeToken token = earlier.isPresent() ? earlier.get() : ResumeToken.fresh(random);
    if (earlier.isEmpty()) {
      write(token, home, file);
    }
    log.info(
        "No account is an administrator's. Whoever signs in and sends claim_admin with the token in"
            + " {} is the first one",
        file);
    return new FirstAdmin(Optional.of(file), Optional.of(token));
  }

  /** There is an administrator: a file that was left over goes. */
  public static void forget(Path home) throws IOException {
    Files.deleteIfExists(home.resolve(FILE));
  }

  /** What others might read, or have put there, is not taken. */
  private static Optional<ResumeToken> read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) > MAX_BYTES
        || !isPrivate(file)) {
      return Optional.empty();
    }
    return ResumeToken.parse(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
  }

  private static boolean isPrivate(Path file) throws IOException {
    return !hasOwners(file)
        || Set.copyOf(PosixFilePermissions.fromString("rw-------"))
            .containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
  }

  private static boolean hasOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void write(ResumeToken token, Path home, Path file) throws IOException {
    Path fresh = home.resolve(FILE + ".tmp");
    Files.deleteIfExists(fresh);
    FileAttribute<?>[] ownerOnly =
        hasOwners(home)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel out =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      out.write(ByteBuffer.wrap((token.text() + "\n").getBytes(StandardCharsets.US_ASCII)));
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether that is the token, and nobody has taken it. */
  public synchronized boolean isToken(String said) {
    return token.filter(it -> isSame(it, said)).isPresent();
  }

  private static boolean isSame(ResumeToken token, String said) {
    return MessageDigest.isEqual(
        token.text().getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Takes the token, if that is it: nobody else can until it is {@linkplain #giveBack given back}.
   */
  public synchronized Optional<ResumeToken> take(String said) {
    Optional<ResumeToken> taken = token.filter(it -> isSame(it, said));
    if (taken.isPresent()) {
      token = Optional.empty();
    }
    return taken;
  }

  /** It was not used after all. */
  public synchronized void giveBack(ResumeToken taken) {
    token = Optional.of(taken);
  }

  /** There is an administrator now: the token is worth nothing any more, and its file goes. */
  public void used() {
    synchronized (this) {
      token = Optional.empty();
    }
    try {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      log.error("{} is worth nothing any more, but could not be deleted", file.get(), e);
    }
  }
}
