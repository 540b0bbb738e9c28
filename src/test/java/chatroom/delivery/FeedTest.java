package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Feed.Entry;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedTest {
  private final Feed feed = new Feed();
  private final Entry beginning = feed.end();

  private Entry tell(String text, Audience audience, boolean lasting) {
    feed.append(Frame.of(text), Set.of(), audience, lasting);
    return feed.end();
  }

  private static List<String> after(Entry entry) {
    List<String> told = new ArrayList<>();
    for (Entry next = entry.next(); next != null; next = next.next()) {
      told.add(next.frame().text());
    }
    return told;
  }

  @Test
  void whatIsToldIsReadInOrderFromAnyPlace() {
    Entry first = tell("a", Audience.EVERYONE, true);
    tell("b", Audience.EVERYONE, true);
    tell("c", Audience.EVERYONE, true);

    assertEquals(List.of("a", "b", "c"), after(beginning));
    assertEquals(List.of("b", "c"), after(first));
    assertEquals(List.of(), after(feed.end()));
  }

  @Test
  void nothingIsToldAtTheBeginning() {
    assertNull(beginning.next());
    assertThrows(IllegalStateException.class, beginning::frame);
  }

  @Test
  void placesKnowTheirOrderAndDistance() {
    Entry first = tell("a", Audience.EVERYONE, true);
    Entry second = tell("b", Audience.EVERYONE, true);

    assertTrue(second.isAfter(first));
    assertFalse(first.isAfter(second));
    assertFalse(first.isAfter(first));
    assertEquals(2, second.entriesAfter(beginning));
    assertEquals(0, second.entriesAfter(second));
    assertSame(second, first.next());
  }

  @Test
  void bytesAreCountedForThoseWhoAreTold() {
    tell("ü", Audience.EVERYONE, true);
    tell("abc", Audience.PLAIN, true);
    Entry end = tell("12345", Audience.CHAT_V1, true);

    assertEquals(2 + 3, end.bytesAfter(beginning, Protocol.PLAIN));
    assertEquals(2 + 5, end.bytesAfter(beginning, Protocol.CHAT_V1));
  }

  @Test
  void ofThemThoseThatMayNotBeLeftOutAreCounted() {
    Entry join = tell("join", Audience.EVERYONE, false);
    Entry end = tell("abc", Audience.EVERYONE, true);

    assertEquals(0, join.lastingBytesAfter(beginning));
    assertEquals(3, end.lastingBytesAfter(beginning));
    assertEquals(3, end.lastingBytesAfter(join));
  }
}
