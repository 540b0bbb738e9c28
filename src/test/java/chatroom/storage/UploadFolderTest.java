package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.RoomName;
import chatroom.room.Uploads;
import chatroom.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
  private static final Uploads.Quota QUOTA = new Uploads.Quota(1_000, 1_000);

  @TempDir Path place = Path.of("");
  private UploadFolder folder;

  @BeforeEach
  void startEmpty() {
    folder = UploadFolder.at(place.resolve("uploads"), new SecureRandom());
  }

  private Path written() throws IOException {
    return Files.write(folder.draft(), new byte[] {1, 2, 3});
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void whatIsKeptIsFoundByItsId() throws IOException {
    String id = folder.keep(written());

    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(folder.find(id).orElseThrow()));
    assertNotEquals(id, folder.keep(written()));
    assertTrue(id.matches("[0-9a-f]{32}"), id);
    assertEquals(
        folder.find(id), UploadFolder.at(place.resolve("uploads"), new SecureRandom()).find(id));
  }

  @Test
  void noIdLeadsOutOfTheFolder() throws IOException {
    String id = folder.keep(written());
    Files.write(place.resolve("secret"), new byte[1]);
    for (String other :
        new String[] {
          "",
          "..",
          "../secret",
          "../../secret",
          "drafts",
          id.substring(1),
          id + "0",
          id.toUpperCase(Locale.ROOT) + "\0",
          id.substring(0, 2) + "/" + id,
          "x".repeat(32)
        }) {
      assertEquals(Optional.empty(), folder.find(other));
    }
  }

  @Test
  void whatIsRemovedOrDiscardedIsGone() throws IOException {
    String id = folder.keep(written());
    Path draft = written();
    assertEquals(2, files());
    folder.discard(draft);
    folder.remove(id);
    folder.discard(draft);
    folder.remove(id);

    assertEquals(0, files());
    assertEquals(Optional.empty(), folder.find(id));
  }

  @Test
  void theDatabaseIsLeftRoomOnTheDisk() throws IOException {
    UploadFolder narrow =
        UploadFolder.at(place, new SecureRandom(), () -> UploadFolder.RESERVE_BYTES + 100);

    assertTrue(narrow.hasRoomFor(100));
    assertFalse(narrow.hasRoomFor(101));
    assertTrue(folder.hasRoomFor(1), "the real disk has some");
  }

  @Test
  void aFolderThatCannotBeMadeStopsTheDeployment() throws IOException {
    Path file = Files.write(place.resolve("file"), new byte[0]);
    assertThrows(StoreException.class, () -> UploadFolder.at(file, new SecureRandom()));
  }

  @Test
  void whatACrashHasLeftIsSweptAndWhatIsKnownOrNewStays() throws Exception {
    ManualClock clock = new ManualClock();
    MemoryUploads uploads = new MemoryUploads(clock);
    String known = folder.keep(written());
    uploads.add(new Uploads.Upload(known, RoomName.GENERAL, 1, "image/png", 3), QUOTA);
    String unknown = folder.keep(written());
    written();
    age();
    String fresh = folder.keep(written());
    written();

    new UploadSweep(folder, uploads, clock, Runnable::run)
        .afterStart(Instant.now().minusSeconds(60));

    assertTrue(folder.find(known).isPresent() && folder.find(fresh).isPresent());
    assertEquals(Optional.empty(), folder.find(unknown));
    assertEquals(3, files());
  }

  private void age() throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(3_600)));
      }
    }
  }

  @Test
  void whatNoMessageNamesGoesAfterADayWithItsFile() throws Exception {
    ManualClock clock = new ManualClock();
    MemoryUploads uploads = new MemoryUploads(clock);
    Queue<Runnable> disk = new ArrayDeque<>();
    UploadSweep sweep = new UploadSweep(folder, uploads, clock, disk::add);
    String id = folder.keep(written());
    uploads.add(new Uploads.Upload(id, RoomName.GENERAL, 1, "image/png", 3), QUOTA);

    clock.pass(UploadSweep.UNNAMED);
    sweep.run();
    assertTrue(disk.isEmpty());
    clock.pass(Duration.ofMillis(1));
    sweep.run();
    disk.remove().run();

    assertEquals(Optional.empty(), uploads.find(id));
    assertEquals(0, files());
  }

  @Test
  void theWholeFolderCanGo() throws IOException {
    folder.keep(written());
    written();
    folder.delete();

    assertFalse(Files.exists(place.resolve("uploads")));
  }
}
