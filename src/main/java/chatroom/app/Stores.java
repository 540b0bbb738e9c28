package chatroom.app;

import chatroom.config.ChatConfig;
import chatroom.config.Home;
import chatroom.storage.DatabaseStore;
import chatroom.storage.MemoryStore;
import chatroom.storage.Store;
import chatroom.storage.StoreException;
import chatroom.storage.StoreTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the configuration says that everything is kept in. */
final class Stores {
  private static final Logger log = LoggerFactory.getLogger(Stores.class);
  static final String FILE = "chat.db";
  private static final String COMPONENT = "java:comp/env/";

  private Stores() {}

  /**
   * Opens the store, which somebody has to close. Without a home and any other place to keep things
   * in it is in memory.
   *
   * @throws StoreException if it cannot be opened
   */
  static Store open(ChatConfig config, Home home, InstantSource clock, String name) {
    Store store = choose(config, home.directory(), clock, name);
    log.info("Messages are kept in {}", store.place());
    return store;
  }

  private static Store choose(
      ChatConfig config, Optional<Path> home, InstantSource clock, String name) {
    StoreTerms terms = terms(config);
    if (!config.logIsKept()) {
      return memory(config, clock);
    }
    if (config.dataSource().isPresent()) {
      String source = config.dataSource().get();
      return DatabaseStore.given(find(source), source, terms, clock, name);
    }
    if (config.jdbcUrl().isPresent()) {
      return DatabaseStore.url(config.jdbcUrl().get(), terms, clock, name);
    }
    return home.<Store>map(it -> DatabaseStore.file(it.resolve(FILE), terms, clock, name))
        .orElseGet(() -> memory(config, clock));
  }

  private static Store memory(ChatConfig config, InstantSource clock) {
    Set<String> rooms = Set.copyOf(config.rooms().names());
    return new MemoryStore(clock, terms(config), room -> rooms.contains(room.value()));
  }

  private static StoreTerms terms(ChatConfig config) {
    return new StoreTerms(
        Duration.ofDays(config.resumeTokenDays()),
        Optional.of(Duration.ofDays(config.retentionDays())).filter(it -> !it.isZero()));
  }

  private static DataSource find(String name) {
    return Stream.of(name, COMPONENT + name)
        .map(Stores::lookup)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new StoreException(
                    "datasource = \"" + name + "\": no data source has this JNDI name"));
  }

  /** The name is an administrator's, never a client's. */
  @SuppressWarnings("BanJNDI")
  private static Optional<DataSource> lookup(String name) {
    try {
      Object found = InitialContext.doLookup(name);
      return found instanceof DataSource source ? Optional.of(source) : Optional.empty();
    } catch (NamingException nothingBound) {
      return Optional.empty();
    }
  }
}
