package chatroom.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of passwords what may be kept of them, and tells whether a password is the one that was
 * kept: by Argon2id (RFC 9106).
 *
 * <p>Each takes the time and the memory of its {@link Cost}, so only so many are under way as the
 * executor has threads, and up to {@value #MAX_WAITING} wait or are under way, {@value #SHARE} of
 * them from one address: whoever wants to have a password looked at takes a place first.
 *
 * <p>Thread safety: safe for use by any thread. Answers come from the executor.
 */
public final class PasswordHashing {
  /** How many places there are. */
  public static final int MAX_WAITING = 40;

  /** How many of them one address can have. */
  public static final int SHARE = 10;

  private static final Logger log = LoggerFactory.getLogger(PasswordHashing.class);
  private static final String FORM = "$argon2id$";
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /**
   * What it takes to look at a password, for us and for whoever guesses it.
   *
   * @param memoryKib the memory in KiB, at least 8
   * @param iterations how often it is passed over, at least once
   */
  public record Cost(int memoryKib, int iterations) {
    /** As OWASP's Password Storage Cheat Sheet has it; about a tenth of a second. */
    public static final Cost STANDARD = new Cost(19_456, 2);

    /** Rejects what the algorithm cannot do, before anybody signs in. */
    public Cost {
      if (memoryKib < 8 || iterations < 1) {
        throw new IllegalArgumentException(memoryKib + " KiB, " + iterations + " times");
      }
    }

    /** Not kept in a field: it holds that memory, which is to go when the library lets go of it. */
    private Argon2Function argon2() {
      return Argon2Function.getInstance(memoryKib, iterations, 1, HASH_BYTES, Argon2.ID);
    }
  }

  private final Executor hashers;
  private final Cost cost;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}. */
  private int taken;

  /** Guarded by {@code lock}: how many each address has that has any. */
  private final Map<String, Integer> takenFrom = new HashMap<>();

  private final String nobodys;
  private final Lock decoyLock = new ReentrantLock();

  /** Guarded by {@code decoyLock}; nobody's, but as much work as anybody's. */
  private @Nullable String decoy;

  /**
   * @param hashers as many threads as passwords may be looked at together
   * @param nobodys a password that nobody knows
   * @param cost of a password that is hashed from now on; a hash that is kept says its own
   */
  public PasswordHashing(Executor hashers, String nobodys, Cost cost) {
    this.hashers = hashers;
    this.cost = cost;
    this.nobodys = nobodys;
  }

  /**
   * Takes a place.
   *
   * @param address what counts as one
   * @return empty if too many are taken, or too many by that address
   */
  public Optional<Place> place(String address) {
    lock.lock();
    try {
      if (taken >= MAX_WAITING || takenFrom.getOrDefault(address, 0) >= SHARE) {
        return Optional.empty();
      }
      taken++;
      takenFrom.merge(address, 1, Integer::sum);
      return Optional.of(new Place(address));
    } finally {
      lock.unlock();
    }
  }

  /**
   * The right to have one password looked at. It ends with that, or is given back.
   *
   * <p>Thread safety: for one thread at a time.
   */
  public final class Place {
    private final String address;
    private boolean over;

    private Place(String address) {
      this.address = address;
    }

    /** It is not needed after all, or any more; the first call counts. */
    public void giveBack() {
      lock.lock();
      try {
        if (!over) {
          over = true;
          taken--;
          takenFrom.computeIfPresent(address, (any, held) -> held == 1 ? null : held - 1);
        }
      } finally {
        lock.unlock();
      }
    }

    /**
     * Makes the hash of a password, in the PHC string format.
     *
     * @param wanted asked when it is its turn, whether anybody still waits for it
     * @param failed runs instead of {@code hashed} if nobody does, or it breaks
     */
    public void hash(
        String password, BooleanSupplier wanted, Consumer<String> hashed, Runnable failed) {
      run(() -> PasswordHashing.this.hash(password), wanted, hashed, failed);
    }

    /**
     * Tells whether it is the password of that hash. Without one, or with an empty one, it is not,
     * and to find that out takes as long.
     *
     * @param wanted asked when it is its turn, whether anybody still waits for it
     * @param failed runs instead of {@code verified} if nobody does, or it breaks
     */
    public void verify(
        String password,
        Optional<String> hash,
        BooleanSupplier wanted,
        Consumer<Boolean> verified,
        Runnable failed) {
      Optional<String> kept = hash.filter(it -> it.startsWith(FORM));
      run(
          () -> {
            String unknown =
                decoy(); // The first time it takes long, whether there is a hash or not.
            return isRight(password, kept.orElse(unknown)) && kept.isPresent();
          },
          wanted,
          verified,
          failed);
    }

    private <T> void run(
        Supplier<T> work, BooleanSupplier wanted, Consumer<T> done, Runnable failed) {
      hashers.execute(
          () -> {
            Optional<T> result = wanted.getAsBoolean() ? attempted(work) : Optional.<T>empty();
            giveBack();
            result.ifPresentOrElse(done, failed);
          });
    }
  }

  /** Whatever breaks is answered. What it says of itself may be a hash, so it is not logged. */
  private static <T> Optional<T> attempted(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (Throwable e) {
      log.error(
          "A password could not be looked at: {} at {}",
          e.getClass().getName(),
          Stream.of(e.getStackTrace()).findFirst().map(Object::toString).orElse("?"));
      return Optional.empty();
    }
  }

  private String hash(String password) {
    return Password.hash(PasswordRules.normal(password))
        .addRandomSalt(SALT_BYTES)
        .with(cost.argon2())
        .getResult();
  }

  /** Made when it is first needed. */
  private String decoy() {
    decoyLock.lock();
    try {
      if (decoy == null) {
        decoy = hash(nobodys);
      }
      return decoy;
    } finally {
      decoyLock.unlock();
    }
  }

  private static boolean isRight(String password, String hash) {
    return PasswordRules.isPossible(password)
        && Password.check(PasswordRules.normal(password), hash)
            .with(Argon2Function.getInstanceFromHash(hash));
  }
}
