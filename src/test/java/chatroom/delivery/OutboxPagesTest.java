package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ManualNanoTime;
import chatroom.testing.StuckTransport;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer in pages: what is not read is not made. */
class OutboxPagesTest {
  private final StuckTransport slow = new StuckTransport();
  private final List<Disconnect> ended = new ArrayList<>();
  private final Outbox outbox =
      new Outbox(
          slow, Protocol.PLAIN, Runnable::run, 100, new ManualNanoTime(), ended::add, () -> {});
  private final Outbox.Turn turn = outbox.answer();
  private int asked;

  private void page(String... texts) {
    turn.takePage(frames(texts), () -> asked++);
  }

  private static List<Frame> frames(String... texts) {
    return List.of(texts).stream().map(Frame::of).toList();
  }

  @Test
  void theNextPageIsAskedForOnceWhenAllOfTheOneBeforeHasBeenSent() {
    page("a", "b");
    slow.release();
    assertEquals(0, asked);

    slow.release();
    assertEquals(1, asked);
    page("c");
    assertEquals(List.of("a", "b", "c"), slow.texts());
    assertEquals(1, asked);
  }

  @Test
  void whatComesMeanwhileComesAfterTheLastPage() {
    page("a");
    outbox.offer(Frame.of("live"));
    slow.release();
    assertEquals(List.of("a"), slow.texts());

    turn.take(frames("b"));
    slow.release();
    assertEquals(List.of("a", "b", "live"), slow.texts());
  }

  @Test
  void aPageWithNothingInItIsFollowedByTheNext() {
    page();
    assertEquals(1, asked);
    turn.take(frames("a"));

    assertEquals(List.of("a"), slow.texts());
  }

  @Test
  void onlyThePageThatIsThereCountsAsUnread() {
    page("aaa", "bbb");
    assertEquals(3, outbox.answerBytes());
    slow.release();
    slow.release();
    assertEquals(0, outbox.answerBytes());

    turn.take(frames("cc", "dd"));
    assertEquals(2, outbox.answerBytes());
  }

  @Test
  void aPageThatCannotBeHadIsTheEndAndNothingFollowsIt() {
    page("a");
    outbox.offer(Frame.of("live"));
    slow.release();
    turn.takeLast(Frame.of("sorry"), Disconnect.UNAVAILABLE);
    slow.release();

    assertEquals(List.of("a", "sorry"), slow.texts());
    assertEquals(List.of(Disconnect.UNAVAILABLE), ended);
  }

  @Test
  void whoIsGoneIsAskedForNothing() {
    page("a");
    outbox.close();
    slow.release();

    assertEquals(0, asked);
  }
}
