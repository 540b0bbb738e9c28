package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {
  private final SecureRandom random = new SecureRandom();
  @TempDir Path home = Path.of("");

  private Path file() {
    return home.resolve("first-admin-token");
  }

  private String kept() throws IOException {
    return Files.readString(file()).strip();
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(home)) {
      return all.toList();
    }
  }

  @Test
  void theTokenIsInAFileThatNobodyElseReads() throws IOException {
    FirstAdmin first = FirstAdmin.in(home, random);

    assertEquals("rw-------", permissions());
    assertEquals(43, kept().length());
    assertEquals(List.of(file()), files());
    assertTrue(first.take(kept()).isPresent());
  }

  @Test
  void itIsTakenOnceUnlessItIsGivenBack() throws IOException {
    FirstAdmin first = FirstAdmin.in(home, random);
    String token = kept();
    for (String wrong : List.of("", token + " ", token.substring(1), "ä")) {
      assertTrue(first.take(wrong).isEmpty());
    }
    assertTrue(first.isToken(token));
    ResumeToken taken = first.take(token).orElseThrow();
    assertTrue(first.take(token).isEmpty());
    assertFalse(first.isToken(token));
    first.giveBack(taken);
    assertTrue(first.take(token).isPresent());
    first.used();

    assertEquals(List.of(), files());
    assertTrue(first.take(token).isEmpty());
  }

  @Test
  void itIsTheSameAfterARestartUntilItIsUsed() throws IOException {
    FirstAdmin.in(home, random);
    String token = kept();
    FirstAdmin again = FirstAdmin.in(home, random);
    assertEquals(token, kept());
    assertTrue(again.take(token).isPresent());
    FirstAdmin.forget(home);
    assertFalse(Files.exists(file()));
    FirstAdmin.forget(home);
  }

  @Test
  void whatOthersCouldHaveReadOrWrittenIsReplaced() throws IOException {
    FirstAdmin.in(home, random);
    String token = kept();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    FirstAdmin.in(home, random);
    assertNotEquals(token, kept());
    assertEquals("rw-------", permissions());

    Path elsewhere = home.resolve("elsewhere");
    Files.move(file(), elsewhere);
    Files.createSymbolicLink(file(), elsewhere);
    String known = Files.readString(elsewhere).strip();
    assertTrue(FirstAdmin.in(home, random).take(known).isEmpty());
    assertFalse(Files.isSymbolicLink(file()));

    Files.writeString(file(), "admin");
    assertTrue(FirstAdmin.in(home, random).take("admin").isEmpty());
    assertEquals(43, kept().length());
  }

  @Test
  void whereThereIsNoneNothingIsIt() {
    assertTrue(FirstAdmin.none().take("").isEmpty());
    FirstAdmin.none().used();
  }
}
