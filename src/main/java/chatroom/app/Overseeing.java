package chatroom.app;

import chatroom.account.FirstAdmin;
import chatroom.config.Effective;
import chatroom.config.Home;
import chatroom.conversation.Discipline;
import chatroom.conversation.Oversight;
import chatroom.conversation.People;
import chatroom.conversation.Succession;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.Nicknames;
import chatroom.storage.Store;
import chatroom.storage.StoreException;
import chatroom.wire.ModerationMessage.Configuration.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** Begins what those work with who keep order. */
final class Overseeing {
  private Overseeing() {}

  /**
   * Reads who is banned and muted, and sees to it that there can be an administrator.
   *
   * @param readers run what may block for as long as a database takes
   * @param byContainer whether nobody comes whom the container does not know
   * @param settings those in force
   * @throws StoreException if that cannot be done; the store is closed then
   */
  static Oversight begin(
      Store store,
      Home home,
      Directory directory,
      Nicknames nicknames,
      Lane lane,
      Executor readers,
      InstantSource clock,
      SecureRandom random,
      boolean byContainer,
      List<Effective> settings) {
    Discipline discipline =
        new Discipline(
            store.restraints(), AtStart.read(store, () -> store.restraints().all()), lane, clock);
    return new Oversight(
        discipline,
        new People(directory, store.accounts(), store.guests(), nicknames, lane, readers),
        store.accounts(),
        firstAdmin(store, home, random),
        new Succession(store.accounts(), discipline, byContainer, lane, readers),
        settings.stream().map(it -> new Setting(it.key(), it.shown(), it.source())).toList());
  }

  /** Without a home nobody could be told a token that is not in the log. */
  private static FirstAdmin firstAdmin(Store store, Home home, SecureRandom random) {
    if (home.directory().isEmpty()) {
      return FirstAdmin.none();
    }
    Path directory = home.directory().get();
    try {
      if (!AtStart.read(store, () -> store.accounts().admins()).isEmpty()) {
        FirstAdmin.forget(directory);
        return FirstAdmin.none();
      }
      return FirstAdmin.in(directory, random);
    } catch (IOException e) {
      store.close();
      throw new StoreException(
          "The token of the first administrator cannot be kept in " + directory + ": " + e);
    }
  }
}
