package chatroom.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Body;
import chatroom.room.Draft;
import chatroom.room.Guests;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.room.Uploads.Quota;
import chatroom.room.Uploads.Upload;
import chatroom.storage.DatabaseStore;
import chatroom.storage.Store;
import chatroom.storage.StoreTerms;
import chatroom.storage.UploadFolder;
import chatroom.testing.Images;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as a folder, written while the chat runs. */
class ExportArchiveTest {
  private static final LocalDate FIRST = LocalDate.ofInstant(ManualClock.START, ZoneOffset.UTC);
  private static final RoomName TRAVEL = new RoomName("旅行");
  private static final RoomName PLANS = new RoomName("plans");
  private static final Pattern ADDRESS = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final ManualClock clock = new ManualClock();

  @TempDir private Path folder = Path.of("");
  private Path home = Path.of("");
  private Path to = Path.of("");
  private Store store;

  @BeforeEach
  void somethingWasSaid() throws Exception {
    home = Files.createDirectories(folder.resolve("home"));
    to = folder.resolve("archive");
    StoreTerms terms = new StoreTerms(Duration.ofDays(1), Optional.empty());
    store = DatabaseStore.file(home.resolve("chat.db"), terms, clock, "test");
    add(TRAVEL, false);
    add(PLANS, true);
    say(RoomName.GENERAL, Body.text("<b>first</b>"));
    say(PLANS, Body.text("secret"));
    clock.pass(Duration.ofDays(2));
    for (int i = 1; i <= 501; i++) {
      say(TRAVEL, Body.text("m" + i));
    }
    say(TRAVEL, image(upload(TRAVEL)));
    say(RoomName.GENERAL, new Body("so", Optional.empty(), OptionalLong.of(1), Set.of(), false));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void add(RoomName room, boolean isPrivate) {
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    store
        .rooms()
        .add(
            new RoomCharter(room, "About it", isPrivate, false, false, 1),
            new Guests.Receipt() {
              @Override
              public void kept() {
                kept.complete(true);
              }

              @Override
              public void refused(Unavailable why) {
                kept.completeExceptionally(why);
              }
            });
    assertTrue(kept.join());
  }

  private void say(RoomName room, Body body) {
    CompletableFuture<StoredEvent> told = new CompletableFuture<>();
    store
        .messages()
        .append(
            new Draft.Post(room, People.user(1), body, null),
            new MessageLog.Receipt() {
              @Override
              public void stored(StoredEvent event, boolean again) {
                told.complete(event);
              }

              @Override
              public void refused(Unavailable why) {
                told.completeExceptionally(why);
              }

              @Override
              public void rejected(Rejection why) {
                told.completeExceptionally(why);
              }
            });
    told.join();
  }

  private String upload(RoomName room) throws IOException, Unavailable {
    UploadFolder uploads = UploadFolder.at(home.resolve("uploads"), new SecureRandom());
    Path draft = uploads.draft();
    Files.write(draft, Images.png());
    String id = uploads.keep(draft);
    store.uploads().add(new Upload(id, room, 1, "image/png", 4096), new Quota(10_000, 10_000));
    return id;
  }

  private static Body image(String id) {
    return new Body("Colours", Optional.of("uploads/" + id), OptionalLong.empty(), Set.of(), false);
  }

  private int run(String... arguments) {
    return ExportArchive.run(arguments, new PrintStream(told, true, UTF_8));
  }

  private int export(String... more) {
    return run(
        Stream.concat(Stream.of("--home", home.toString(), "--to", to.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private String read(String file) throws IOException {
    return Files.readString(to.resolve(file));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(to)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void allThatIsNotPrivateIsWritten() throws IOException {
    assertEquals(0, export(), told.toString(UTF_8));
    String rooms = read("index.html");
    String second = FIRST.plusDays(2).toString();

    assertTrue(rooms.contains("<bdi>#general</bdi>"), rooms);
    assertTrue(rooms.contains("<bdi>#旅行</bdi>"), rooms);
    assertFalse(rooms.contains("plans"), rooms);
    assertTrue(read("general/index.html").contains(FIRST + ".html"));
    assertTrue(read("general/" + FIRST + ".html").contains("&lt;b&gt;first&lt;/b&gt;"));
    assertTrue(read("general/" + second + ".html").contains(FIRST + ".html#m1\""));
    assertTrue(read("旅行/" + second + ".html").contains(">m500</div>"));
    assertTrue(read("旅行/" + second + "-2.html").contains(">m501</div>"));
    assertTrue(told.toString(UTF_8).contains("#旅行: 502 messages"));
    for (Path file : files()) {
      String text = Files.readString(file, ISO_8859_1);
      assertFalse(text.contains("secret"), file.toString());
    }
  }

  @Test
  void everyAddressInItIsThereAndNoneNeedsAServer() throws IOException {
    assertEquals(0, export());
    int addresses = 0;
    for (Path file : files()) {
      Matcher address =
          ADDRESS.matcher(file.toString().endsWith(".html") ? Files.readString(file) : "");
      while (address.find()) {
        addresses++;
        String path = URLDecoder.decode(address.group(1).replaceFirst("#.*", ""), UTF_8);
        assertTrue(
            Files.isRegularFile(file.resolveSibling("").resolve(path)) || path.isEmpty(), path);
      }
    }
    assertTrue(addresses > 500, addresses + " addresses");
    assertEquals(
        List.of(Images.png().length),
        files().stream()
            .filter(it -> it.toString().endsWith(".png"))
            .map(it -> (int) it.toFile().length())
            .toList());
  }

  @Test
  void aPrivateRoomIsWrittenIfItIsNamed() throws IOException {
    assertEquals(0, export("--room", "plans", "--language", "de"));

    assertTrue(read("plans/" + FIRST + ".html").contains("secret"));
    assertTrue(read("index.html").contains("<html lang=\"de\">"));
    assertFalse(Files.exists(to.resolve("general")));
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAsItIs() throws IOException {
    Files.createDirectories(to);
    Files.writeString(to.resolve("mine"), "mine");

    assertEquals(2, export());
    assertEquals(List.of(to.resolve("mine")), files());
    assertTrue(told.toString(UTF_8).contains("is not empty"));
    to = to.resolve("mine");
    assertEquals(2, export());
    assertTrue(told.toString(UTF_8).contains("cannot be written"));
  }

  @Test
  void whatCannotBeUnderstoodOrReadIsSaidAndNothingIsWritten() {
    assertEquals(2, run());
    assertEquals(2, run("--home", home.toString()));
    assertEquals(2, export("--room"));
    assertEquals(2, export("--language", "fr"));
    assertEquals(2, export("--else", "x"));
    assertTrue(told.toString(UTF_8).startsWith("ExportArchive --home DIR"));
    assertEquals(2, export("--room", "nowhere"));
    assertEquals(2, export("--room", "@1:2"));
    assertTrue(told.toString(UTF_8).contains("There is no room nowhere"));
    assertEquals(2, export("--jdbc-url", "jdbc:nothing:x"));
    home = folder.resolve("nowhere");
    assertEquals(2, export());
    assertTrue(told.toString(UTF_8).contains("is not there"));
    assertFalse(Files.exists(to));
  }

  @Test
  void anUploadThatIsGoneIsSaidToBe() throws IOException {
    try (Stream<Path> uploads = Files.walk(home.resolve("uploads"))) {
      Files.delete(uploads.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
    assertEquals(0, export());
    String page = read("旅行/" + FIRST.plusDays(2) + "-2.html");
    assertTrue(page.contains("An image that is gone: Colours"), page);
  }
}
