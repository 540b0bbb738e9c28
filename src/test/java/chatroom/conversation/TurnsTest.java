package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.conversation.Turns.Turn;
import chatroom.room.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final List<String> broken = new ArrayList<>();
  private final Turns turns = new Turns(() -> broken.add("broken"));
  private final Map<String, Turn> underWay = new HashMap<>();
  private final List<String> done = new ArrayList<>();

  private void take(String name, boolean alone) {
    turns.execute(
        alone,
        turn -> {
          done.add(name + " begins");
          underWay.put(name, turn);
        });
  }

  private void end(String name) {
    Objects.requireNonNull(underWay.get(name)).end(() -> done.add(name + " answered"));
  }

  @Test
  void whatNeedNotBeAloneIsUnderWayTogetherAndAnsweredInOrder() {
    take("a", false);
    take("b", false);
    end("b");
    assertEquals(List.of("a begins", "b begins"), done);
    end("a");

    assertEquals(List.of("a begins", "b begins", "a answered", "b answered"), done);
  }

  @Test
  void whatHasToBeAloneWaitsAndIsWaitedFor() {
    take("a", false);
    take("alone", true);
    take("b", false);
    assertEquals(List.of("a begins"), done);
    end("a");
    assertEquals(List.of("a begins", "a answered", "alone begins"), done);
    end("alone");

    assertEquals(
        List.of("a begins", "a answered", "alone begins", "alone answered", "b begins"), done);
  }

  @Test
  void whatBreaksLaterEndsTheTurnAndIsToldOf() {
    take("a", true);
    take("b", true);
    Turn first = Objects.requireNonNull(underWay.get("a"));
    Runnable part =
        first.guarded(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    assertThrows(IllegalStateException.class, part::run);
    assertEquals(List.of("broken"), broken);
    assertEquals(List.of("a begins", "b begins"), done);
    turns.execute(true, turn -> done.add("c begins"));
    end("b");
    assertEquals(List.of("a begins", "b begins", "b answered", "c begins"), done);
  }

  @Test
  void anAnswerThatBreaksIsToldOfAndTheNextOnesGoOn() {
    take("a", true);
    take("b", true);
    Turn first = Objects.requireNonNull(underWay.get("a"));
    Runnable answer =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    assertThrows(IllegalStateException.class, () -> first.end(answer));
    assertEquals(List.of("broken"), broken);
    turns.execute(true, turn -> done.add("c begins"));
    end("b");
    assertEquals(List.of("a begins", "b begins", "b answered", "c begins"), done);
  }

  @Test
  void aTurnEndsOnce() {
    take("a", true);
    end("a");
    end("a");

    assertEquals(List.of("a begins", "a answered"), done);
  }

  @Test
  void whatEndsAtOnceHoldsUpNothingHoweverMuchItIs() {
    take("a", true);
    for (int i = 0; i < 100_000; i++) {
      turns.execute(true, Turn::end);
    }
    take("b", true);
    end("a");

    assertEquals(List.of("a begins", "a answered", "b begins"), done);
  }

  @Test
  void whenTooMuchIsUnderWayNothingMoreIsTakenButWhatHasToHappen() throws Unavailable {
    for (int i = 0; i < Turns.CAPACITY; i++) {
      turns.offer(i % 2 == 0, underWay -> {});
    }

    assertThrows(Unavailable.class, () -> turns.offer(false, Turn::end));
    turns.execute(true, Turn::end);
  }
}
