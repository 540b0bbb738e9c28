package chatroom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes copies and tells what became of them. */
final class Copies {
  /** A picture that was taken, and the copy of it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Copy(Picture picture, byte[] file) {}

  private Copies() {}

  static Copy of(byte[] file) {
    try {
      return make(file);
    } catch (BadImage e) {
      throw new AssertionError(e);
    }
  }

  /** The fault for which a file is refused. */
  static BadImage.Fault fault(byte[] file) {
    return assertThrows(BadImage.class, () -> make(file)).fault();
  }

  static void assertBroken(byte[] file) {
    assertEquals(BadImage.Fault.BROKEN, fault(file));
  }

  static Copy make(byte[] file) throws BadImage {
    try {
      Path folder = Files.createTempDirectory("copies");
      Path copy = folder.resolve("copy");
      try {
        Picture picture = CleanCopy.make(new ByteArrayInputStream(file), copy);
        return new Copy(picture, Files.readAllBytes(copy));
      } finally {
        Files.deleteIfExists(copy);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
