package chatroom.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Dialogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineByLineTest {
  private static final int MAX_BYTES = 8;

  private final List<String> heard = new ArrayList<>();
  private int patience = Integer.MAX_VALUE;
  private final LineByLine lines =
      new LineByLine(new Listener(), MAX_BYTES, () -> heard.size() >= patience);

  private final class Listener implements Dialogue {
    @Override
    public void text(String text) {
      heard.add(text);
    }

    @Override
    public void tooLarge() {
      heard.add("too large");
    }

    @Override
    public void binary() {
      heard.add("binary");
    }
  }

  @Test
  void eachLineIsHeardByItselfInItsOrder() {
    lines.text("a\nb\nc");
    assertEquals(List.of("a", "b", "c"), heard);
  }

  @Test
  void aSingleLineNeedsNoLineFeed() {
    lines.text("a");
    assertEquals(List.of("a"), heard);
  }

  @Test
  void emptyLinesSayNothing() {
    lines.text("");
    lines.text("\n");
    lines.text("\r\n\r\n");
    lines.text("\n\na\n\n\nb\n");
    assertEquals(List.of("a", "b"), heard);
  }

  @Test
  void aCarriageReturnBeforeALineFeedBelongsToIt() {
    lines.text("a\r\nb\r\n");
    assertEquals(List.of("a", "b"), heard);
  }

  @Test
  void aCarriageReturnWithinALineBelongsToTheLine() {
    lines.text("a\rb");
    assertEquals(List.of("a\rb"), heard);
  }

  @Test
  void aLineThatIsTooLargeTakesNothingFromTheOthers() {
    lines.text("12345678\n123456789\nüüüü\r\nüüüüx\nd");
    assertEquals(List.of("12345678", "too large", "üüüü", "too large", "d"), heard);
  }

  @Test
  void afterTheEndTheRestOfTheLinesIsNotHeard() {
    patience = 2;
    lines.text("a\nb\nc\nd");
    assertEquals(List.of("a", "b"), heard);
  }

  @Test
  void whatIsNoTextIsHeardAsItIs() {
    lines.tooLarge();
    lines.binary();
    assertEquals(List.of("too large", "binary"), heard);
  }
}
