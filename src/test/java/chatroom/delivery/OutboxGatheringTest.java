package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ManualNanoTime;
import chatroom.testing.StuckTransport;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** For a {@code chat.v1} client what has gathered during a send leaves together. */
class OutboxGatheringTest {
  private static final int MAX_MESSAGE = 64 * 1024;
  private static final int MAX_BYTES = 1_000_000;

  private final StuckTransport slow = new StuckTransport();
  private final List<Disconnect> ended = new ArrayList<>();
  private final Outbox outbox = outbox(Protocol.CHAT_V1);

  private Outbox outbox(Protocol protocol) {
    return new Outbox(
        slow, protocol, Runnable::run, MAX_BYTES, new ManualNanoTime(), ended::add, () -> {});
  }

  private void offer(String... texts) {
    for (String text : texts) {
      outbox.offer(Frame.of(text));
    }
  }

  private static List<Frame> frames(String... texts) {
    return List.of(texts).stream().map(Frame::of).toList();
  }

  private void releaseAll() {
    while (slow.underWay() > 0) {
      slow.release();
    }
  }

  @Test
  void anIdleOutboxWaitsForNoCompany() {
    offer("a");
    assertEquals(List.of("a"), slow.texts());
  }

  @Test
  void whatGathersDuringASendLeavesTogether() {
    offer("a", "b", "c");
    slow.release();
    assertEquals(List.of("a", "b\nc"), slow.texts());
    assertEquals(1, slow.underWay());

    offer("d");
    slow.release();
    assertEquals(List.of("a", "b\nc", "d"), slow.texts());
  }

  @Test
  void forAPlainClientEveryFrameIsAMessage() {
    Outbox plain = outbox(Protocol.PLAIN);
    frames("a", "b", "c").forEach(plain::offer);
    plain.answer().take(frames("d", "e"));
    releaseAll();

    assertEquals(List.of("a", "b", "c", "d", "e"), slow.texts());
  }

  @Test
  void aMessageHasAtMost64KiBOfUtf8WithItsNewlines() {
    String half = "ü".repeat(MAX_MESSAGE / 4);
    String lessThanHalf = half.substring(1) + "x";
    offer("first", half, lessThanHalf, half, half, "rest");
    releaseAll();

    assertEquals(List.of("first", half + "\n" + lessThanHalf, half, half + "\nrest"), slow.texts());
  }

  @Test
  void aLargerFrameLeavesAlone() {
    String large = "x".repeat(MAX_MESSAGE + 1);
    offer("first", "a", large, "b", "c");
    releaseAll();

    assertEquals(List.of("first", "a", large, "b\nc"), slow.texts());
  }

  @Test
  void anAnswerLeavesInPiecesAndCountsUntilTheyAreTaken() {
    List<Frame> replay = Collections.nCopies(1000, Frame.of("x".repeat(10_000)));
    outbox.answer().take(replay);
    assertEquals(994 * 10_000, outbox.answerBytes());
    offer("live");
    slow.release();
    assertEquals(988 * 10_000, outbox.answerBytes());
    releaseAll();

    assertEquals(0, outbox.answerBytes());
    assertEquals(167, slow.texts().size());
    assertEquals(1001, slow.texts().stream().mapToLong(text -> text.lines().count()).sum());
    assertEquals("live", slow.texts().get(166).lines().skip(4).findFirst().orElseThrow());
    assertEquals(List.of(), ended);
  }

  @Test
  void anAnswerThatIsStillMadeHoldsUpWhatComesAfterIt() {
    offer("a", "b");
    Outbox.Turn turn = outbox.answer();
    offer("e");
    releaseAll();
    assertEquals(List.of("a", "b"), slow.texts());

    turn.take(frames("c", "d"));
    assertEquals(List.of("a", "b", "c\nd\ne"), slow.texts());
  }

  @Test
  void anAnswerOfNothingHoldsUpNothing() {
    offer("a");
    Outbox.Turn turn = outbox.answer();
    offer("b");
    slow.release();
    assertEquals(List.of("a"), slow.texts());

    turn.take(List.of());
    assertEquals(List.of("a", "b"), slow.texts());
  }

  @Test
  void anAnswerOfNothingBeforeTheLastWordIsNothing() {
    Outbox.Turn turn = outbox.answer();
    outbox.finish(Frame.of("bye"), Disconnect.GOING_AWAY);
    turn.take(List.of());
    releaseAll();

    assertEquals(List.of("bye"), slow.texts());
    assertEquals(List.of(Disconnect.GOING_AWAY), ended);
  }

  @Test
  void theLastWordLeavesWithWhatGatheredBeforeIt() {
    offer("a", "b");
    outbox.finish(Frame.of("bye"), Disconnect.GOING_AWAY);
    releaseAll();

    assertEquals(List.of("a", "b\nbye"), slow.texts());
    assertEquals(List.of(Disconnect.GOING_AWAY), ended);
  }

  @Test
  void whatLeavesTogetherMakesPlaceTogether() {
    String part = "x".repeat(MAX_BYTES / 20);
    offer("first");
    IntStream.range(0, 20).forEach(i -> offer(part));
    slow.release();
    offer(part);

    assertEquals(List.of(), ended);
    offer(part);
    assertEquals(List.of(Disconnect.SLOW_CONSUMER), ended);
  }

  @Test
  void fromTheWishOnMessagesAreBinary() {
    offer("a", "b");
    outbox.useBinary();
    offer("c");
    releaseAll();

    assertEquals(
        List.of(Parcel.Form.TEXT, Parcel.Form.BINARY),
        slow.parcels().stream().map(Parcel::form).toList());
  }
}
