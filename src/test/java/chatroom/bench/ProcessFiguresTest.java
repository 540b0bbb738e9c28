package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProcessFiguresTest {
  @Test
  void userAndSystemTimeAreAdded() {
    assertEquals(
        500_000,
        ProcessFigures.cpuMicros(
            "4242 (a) b) (c) S 1 4242 4242 0 -1 4194304 1 2 3 4 30 20 7 8 20 0 9 0 123 456"));
  }

  @Test
  void residentMemoryIsFound() {
    assertEquals(
        OptionalLong.of(81_920),
        ProcessFigures.residentKilobytes(
            List.of("Name:\tjava", "VmHWM:\t   90000 kB", "VmRSS:\t   81920 kB")));
  }

  @Test
  void ofAProcessThatIsNotThereNothingIsKnown() {
    var nobody = new ProcessFigures(Long.MAX_VALUE);
    assertTrue(nobody.cpuMicros().isEmpty());
    assertTrue(nobody.residentKilobytes().isEmpty());
  }
}
