package chatroom.app;

import chatroom.conversation.Lockdown;
import chatroom.http.ArchiveFilter;
import chatroom.http.ReadableArchive;
import chatroom.room.RoomAccess;
import chatroom.room.RoomRights;
import chatroom.storage.Store;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what is served beside the sockets to those who may read. */
final class BesideSockets {
  private BesideSockets() {}

  /**
   * What answers for uploads, if there is a place for them, and for the archive.
   *
   * @param access who may read and write where at this moment
   * @param rights what rooms there are
   */
  static List<Filter> filters(
      Store store,
      Optional<UploadSite> uploads,
      RoomAccess access,
      RoomRights rights,
      TokenVisitors visitors,
      Lockdown lockdown) {
    List<Filter> filters = new ArrayList<>();
    uploads.ifPresent(it -> filters.add(it.filter(access, visitors.source(), visitors)));
    filters.add(
        new ArchiveFilter(
            store.guests(),
            visitors,
            new StrangersAndLogins(visitors, lockdown),
            new ReadableArchive(store.archive(), rights, access),
            uploads.map(UploadSite::folder),
            store.uploads(),
            request -> visitors.source().address(request).group(),
            System::nanoTime));
    return filters;
  }
}
