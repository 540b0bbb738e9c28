package chatroom.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens stores that remember guests for 30 days, and closes them after each test. */
final class OpenStores implements AfterEachCallback {
  static final StoreTerms TERMS = new StoreTerms(Duration.ofDays(30), Optional.empty());

  private final List<Store> open = new ArrayList<>();

  Store file(Path file, InstantSource clock) {
    return keep(DatabaseStore.file(file, TERMS, clock, "test"));
  }

  Store url(String url, InstantSource clock) {
    return keep(DatabaseStore.url(url, TERMS, clock, "test"));
  }

  /** Closed after the test. */
  Store keep(Store store) {
    open.add(store);
    return store;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(Store::close);
    open.clear();
  }
}
