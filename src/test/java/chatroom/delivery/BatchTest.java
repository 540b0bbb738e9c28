package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Feed.Entry;
import chatroom.delivery.Parcel.Form;
import chatroom.wire.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final int MAX = Dispatch.MAX_PARCEL_BYTES;
  private static final long ANN = 1;
  private static final long BOB = 2;

  private final Feed feed = new Feed();
  private final Entry beginning = feed.end();

  private void tell(String text) {
    feed.append(Frame.of(text), Set.of(), Audience.EVERYONE, true);
  }

  private Batch batch() {
    return after(beginning);
  }

  private static Batch after(Entry from) {
    Batch batch = Batch.after(from, MAX);
    if (batch == null) {
      throw new AssertionError("nothing is told");
    }
    return batch;
  }

  private static List<String> texts(Optional<Parcel> parcel) {
    return parcel.stream().flatMap(it -> it.frames().stream()).map(Frame::text).toList();
  }

  @Test
  void thereIsNoneOfNothing() {
    assertNull(Batch.after(beginning, MAX));
  }

  @Test
  void allThatWasToldSinceIsInItInOrder() {
    tell("a");
    tell("b");
    Batch batch = batch();

    assertEquals(List.of("a", "b"), texts(batch.parcel(Form.TEXT)));
    assertSame(beginning, batch.from());
    assertSame(feed.end(), batch.to());
    assertFalse(batch.isOne());
  }

  @Test
  void whoeverAsksGetsTheSameParcel() {
    tell("a");
    tell("b");
    Batch batch = batch();

    for (Form form : Form.values()) {
      assertSame(batch.parcel(form).orElseThrow(), batch.parcel(form).orElseThrow());
    }
    assertSame(
        batch.parcel(Form.BINARY).orElseThrow().text(),
        batch.parcel(Form.BINARY).orElseThrow().text());
  }

  @Test
  void itIsWholeForWhoHasComeToItsBeginning() {
    Subscription before = new Subscription(feed, BOB, Protocol.PLAIN);
    tell("a");
    Subscription later = new Subscription(feed, BOB, Protocol.PLAIN);
    tell("b");

    assertTrue(batch().isWholeFor(before));
    assertFalse(batch().isWholeFor(later), "came later");
  }

  @Test
  void itIsNotWholeForWhoHasAPartAlready() {
    Subscription bob = new Subscription(feed, BOB, Protocol.PLAIN);
    tell("a");
    bob.moveTo(feed.end());
    tell("b");

    assertFalse(batch().isWholeFor(bob));
  }

  @Test
  void itIsNotWholeForWhomSomeOfItIsNotTold() {
    Subscription ann = new Subscription(feed, ANN, Protocol.PLAIN);
    Subscription bob = new Subscription(feed, BOB, Protocol.PLAIN);
    tell("a");
    feed.append(Frame.of("by Ann"), Set.of(ANN), Audience.EVERYONE, true);

    assertFalse(batch().isWholeFor(ann));
    assertTrue(batch().isWholeFor(bob));
  }

  @Test
  void eachProtocolHasWhatIsForIt() {
    feed.append(Frame.of("plain"), Set.of(), Audience.PLAIN, true);
    feed.append(Frame.of("v1"), Set.of(), Audience.CHAT_V1, true);
    Batch batch = batch();

    assertEquals(List.of("plain"), texts(batch.parcel(Form.TEXTS)));
    assertEquals(List.of("v1"), texts(batch.parcel(Form.TEXT)));
    assertEquals(List.of("v1"), texts(batch.parcel(Form.BINARY)));
  }

  @Test
  void whereNothingIsForAProtocolThereIsNoParcel() {
    feed.append(Frame.of("v1"), Set.of(), Audience.CHAT_V1, true);

    assertTrue(batch().parcel(Form.TEXTS).isEmpty());
  }

  @Test
  void itHasAtMost64KiBWithItsNewlines() {
    String half = "ü".repeat(MAX / 4 - 1);
    tell(half);
    tell(half + "xx");
    tell("rest");
    Batch first = batch();

    assertEquals(MAX - 1, first.parcel(Form.BINARY).orElseThrow().size());
    assertEquals(List.of("rest"), texts(after(first.to()).parcel(Form.TEXT)));
  }

  @Test
  void aLargerFrameIsABatchOfItsOwn() {
    tell("x".repeat(MAX + 1));
    tell("a");
    Batch first = batch();

    assertTrue(first.isOne());
    assertEquals(List.of("a"), texts(after(first.to()).parcel(Form.TEXT)));
  }
}
