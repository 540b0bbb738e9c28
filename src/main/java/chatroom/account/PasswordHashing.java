package chatroom.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes of passwords what may be kept of them, and tells whether a password is the one that was
 * kept: by Argon2id (RFC 9106) with {@value #MEMORY_KIB} KiB and {@value #ITERATIONS} passes, as
 * OWASP's Password Storage Cheat Sheet has it.
 *
 * <p>Each takes about a tenth of a second and that memory, so only so many are under way as the
 * executor has threads, and up to {@value #MAX_WAITING} wait; what comes beyond is told so.
 *
 * <p>Thread safety: safe for use by any thread. Answers come from the executor.
 */
public final class PasswordHashing {
  /** How many may wait or be under way. */
  public static final int MAX_WAITING = 40;

  private static final String FORM = "$argon2id$";
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Executor hashers;
  private final Semaphore places = new Semaphore(MAX_WAITING);
  private final String nobodys;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}; nobody's, but as much work as anybody's. Made when first needed. */
  private @Nullable String decoy;

  /**
   * @param hashers as many threads as passwords may be looked at together
   * @param nobodys a password that nobody knows
   */
  public PasswordHashing(Executor hashers, String nobodys) {
    this.hashers = hashers;
    this.nobodys = nobodys;
  }

  /** Not kept in a field: it has {@value #MEMORY_KIB} KiB, which are to go with the library's. */
  private static Argon2Function argon2() {
    return Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, 1, HASH_BYTES, Argon2.ID);
  }

  /**
   * Makes the hash of a password, in the PHC string format.
   *
   * @param busy runs instead, at once, if too many wait
   */
  public void hash(String password, Consumer<String> hashed, Runnable busy) {
    run(() -> hash(password), hashed, busy);
  }

  private String hash(String password) {
    return Password.hash(PasswordRules.normal(password))
        .addRandomSalt(SALT_BYTES)
        .with(argon2())
        .getResult();
  }

  /**
   * Tells whether it is the password of that hash. Without one, or with an empty one, it is not,
   * and to find that out takes as long.
   *
   * @param busy runs instead, at once, if too many wait
   */
  public void verify(
      String password, Optional<String> hash, Consumer<Boolean> verified, Runnable busy) {
    Optional<String> kept = hash.filter(it -> it.startsWith(FORM));
    run(
        () -> {
          String unknown = decoy(); // The first time it takes long, whether there is a hash or not.
          return isRight(password, kept.orElse(unknown)) && kept.isPresent();
        },
        verified,
        busy);
  }

  private String decoy() {
    lock.lock();
    try {
      if (decoy == null) {
        decoy = hash(nobodys);
      }
      return decoy;
    } finally {
      lock.unlock();
    }
  }

  private static boolean isRight(String password, String hash) {
    return PasswordRules.isPossible(password)
        && Password.check(PasswordRules.normal(password), hash)
            .with(Argon2Function.getInstanceFromHash(hash));
  }

  private <T> void run(Supplier<T> work, Consumer<T> done, Runnable busy) {
    if (!places.tryAcquire()) {
      busy.run();
      return;
    }
    hashers.execute(
        () -> {
          T result;
          try {
            result = work.get();
          } finally {
            places.release();
          }
          done.accept(result);
        });
  }
}
