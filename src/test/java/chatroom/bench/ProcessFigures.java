package chatroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What Linux says that a process has used; nothing where there is no {@code /proc}, or no such
 * process.
 *
 * <p>Thread safety: immutable.
 */
record ProcessFigures(long pid) {
  private static final long MICROS_PER_TICK = 10_000;

  /** Of the fields behind the name, the first of which is the state. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;
  private static final String RESIDENT = "VmRSS:";

  /** CPU time of all its threads, in steps of 10 ms. */
  OptionalLong cpuMicros() {
    try {
      return OptionalLong.of(cpuMicros(Files.readString(file("stat"))));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The memory that it occupies. */
  OptionalLong residentKilobytes() {
    try {
      return residentKilobytes(Files.readAllLines(file("status")));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private Path file(String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }

  /** The name of a process may hold anything, so all is counted from behind it. */
  static long cpuMicros(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        * MICROS_PER_TICK;
  }

  static OptionalLong residentKilobytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(RESIDENT))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
