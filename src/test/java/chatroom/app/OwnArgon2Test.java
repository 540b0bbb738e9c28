package chatroom.app;

import chatroom.testing.Eventually;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

final class OwnArgon2Test {
  private static WeakReference<Argon2Function> used() {
    Argon2Function function = Argon2Function.getInstance(8, 1, 1, 16, Argon2.ID);
    function.hash("a password");
    return new WeakReference<>(function);
  }

  @Test
  void whatAPasswordTookOfMemoryIsGivenBackAtTheEnd() {
    WeakReference<Argon2Function> used = used();
    OwnArgon2.forget();
    Eventually.until(
        "it is collected",
        () -> {
          System.gc();
          return used.get() == null;
        });
  }
}
