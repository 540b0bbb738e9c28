package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.Archive;
import chatroom.room.Archive.Day;
import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Archive} has to keep. */
public abstract class ArchiveContract extends LogFixture {
  private static final LocalDate FIRST = LocalDate.ofInstant(ManualClock.START, ZoneOffset.UTC);

  private final ManualClock clock = new ManualClock();

  /** An empty log that is dated by that clock. */
  protected abstract MessageLog freshLog(ManualClock dating);

  /** The archive of what was written there. */
  protected abstract Archive archive();

  @Override
  protected final MessageLog freshLog() {
    return freshLog(clock);
  }

  private void pass(int days) {
    clock.pass(Duration.ofDays(days));
  }

  private List<String> days(RoomName room, LocalDate before, int limit) throws Unavailable {
    return archive().daysBefore(room, before, limit).stream().map(this::outline).toList();
  }

  /** As {@code day:first-last}, days counted from the first one. */
  private String outline(Day day) {
    return ChronoUnit.DAYS.between(FIRST, day.date()) + ":" + day.first() + "-" + day.last();
  }

  @Test
  void theDaysAreThoseOnWhichSomethingWasSaidTheLatestFirst() throws Unavailable {
    fill(GENERAL, 3);
    pass(1);
    fill(GENERAL, 1);
    fill(RANDOM, 7);
    pass(4);
    fill(GENERAL, 9);

    LocalDate end = FIRST.plusDays(9);
    assertEquals(List.of("5:5-13", "1:4-4", "0:1-3"), days(GENERAL, end, 10));
    assertEquals(List.of("5:5-13", "1:4-4"), days(GENERAL, end, 2));
    assertEquals(List.of("1:4-4", "0:1-3"), days(GENERAL, FIRST.plusDays(5), 10));
    assertEquals(List.of("0:1-3"), days(GENERAL, FIRST.plusDays(1), 10));
    assertEquals(List.of(), days(GENERAL, FIRST, 10));
    assertEquals(List.of("1:1-7"), days(RANDOM, end, 10));
    assertEquals(List.of(), days(new RoomName("nowhere"), end, 10));
  }

  @Test
  void theNextDayIsTheFirstThatHasSomething() throws Unavailable {
    fill(GENERAL, 3);
    pass(3);
    fill(GENERAL, 1);

    assertEquals(Optional.of(FIRST), archive().dayAfter(GENERAL, FIRST.minusDays(9)));
    assertEquals(Optional.of(FIRST.plusDays(3)), archive().dayAfter(GENERAL, FIRST));
    assertEquals(Optional.empty(), archive().dayAfter(GENERAL, FIRST.plusDays(3)));
    assertEquals(Optional.empty(), archive().dayAfter(RANDOM, FIRST));
  }

  @Test
  void aDayEndsAtMidnightInUtc() throws Unavailable {
    Duration tillMidnight =
        Duration.between(ManualClock.START, FIRST.plusDays(1).atStartOfDay(ZoneOffset.UTC));
    clock.pass(tillMidnight.minusMillis(1));
    fill(GENERAL, 1);
    clock.pass(Duration.ofMillis(1));
    fill(GENERAL, 1);

    assertEquals(List.of("1:2-2", "0:1-1"), days(GENERAL, FIRST.plusDays(9), 10));
  }

  @Test
  void whatIsNoMessageIsNoDay() throws Unavailable {
    long id = append(GENERAL, 1, null, "old").message().id();
    pass(1);
    appendAll(List.of(new Change.Edit(GENERAL, People.user(1), id, "new", Instant.EPOCH, null)));
    pass(1);
    fill(GENERAL, 1);

    assertEquals(List.of("2:3-3", "0:1-1"), days(GENERAL, FIRST.plusDays(9), 10));
  }

  @Test
  void messagesAreThoseBetweenTwoNumbersAsTheyAreNow() throws Unavailable {
    long id = append(GENERAL, 1, null, "old").message().id();
    fill(GENERAL, 3);
    appendAll(List.of(new Change.Edit(GENERAL, People.user(1), id, "new", Instant.EPOCH, null)));

    assertEquals(List.of("new", "m1"), texts(archive().messages(GENERAL, 1, 2)));
    assertEquals(List.of("m3"), texts(archive().messages(GENERAL, 4, 9)));
    assertEquals(List.of(), texts(archive().messages(RANDOM, 1, 9)));
    assertEquals(List.of("new"), texts(archive().messages(List.of(id, 99L))));
    assertEquals(List.of(), texts(archive().messages(List.of())));
  }

  private static List<String> texts(List<ChatMessage> messages) {
    return messages.stream().map(ChatMessage::text).toList();
  }
}
