package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged was handed to the disk before, as the kernel saw it. */
@Tag("installed")
class FsyncTest {
  private static final int MESSAGES = 20;
  private static final String ACKNOWLEDGED = "acknowledged";

  @TempDir Path home = Path.of("");

  @Test
  void everyAcknowledgementComesAfterAnFsyncOfItsOwn() throws Exception {
    Path trace = home.resolve("trace");
    Process traced =
        new ProcessBuilder(
                "strace",
                "-f",
                "-qq",
                "-e",
                "trace=fsync,fdatasync,write",
                "-o",
                trace.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName(),
                home.resolve("chat.db").toString())
            .inheritIO()
            .start();
    assertEquals(0, traced.waitFor());

    int syncs = 0;
    int acknowledged = 0;
    for (String line : Files.readAllLines(trace)) {
      if (line.contains("sync(")) {
        syncs++;
      } else if (line.contains(ACKNOWLEDGED)) {
        acknowledged++;
        assertTrue(syncs > 0, "an fsync before acknowledgement " + acknowledged);
        syncs = 0;
      }
    }
    assertEquals(MESSAGES, acknowledged);
  }

  /** Sends one message after the other, and writes when each is acknowledged. */
  static final class Sender {
    private Sender() {}

    public static void main(String[] args) throws IOException {
      try (Store store =
              DatabaseStore.file(
                  Path.of(args[0]), SharedDatabase.TERMS, new ManualClock(), "test");
          var told = Files.newOutputStream(Path.of(args[0] + ".told"))) {
        Traffic traffic = new Traffic(store.messages());
        for (int i = 0; i < MESSAGES; i++) {
          assertTrue(traffic.sendAndWait());
          told.write(ACKNOWLEDGED.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
  }
}
