package chatroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MessageReaderTest {
  private static final int SIZE = 40;

  private final Marker marker = new Marker(4711);
  private final MessageReader reader = new MessageReader(marker, SIZE);

  private String content(int number) {
    return marker.of(number) + "x".repeat(SIZE - Marker.LENGTH);
  }

  private String message(int number) {
    return new Envelope(content(number), 5, 6, 7).json();
  }

  private List<String> read(String frame) {
    List<String> told = new ArrayList<>();
    byte[] bytes = ("before" + frame + "\nafter").getBytes(UTF_8);
    reader.read(
        bytes,
        6,
        bytes.length - 6,
        new MessageReader.Sink() {
          @Override
          public void message(int number, boolean first) {
            told.add((first ? "first " : "") + number);
          }

          @Override
          public void other(byte[] in, int from, int to) {
            told.add(new String(in, from, to - from, UTF_8));
          }
        });
    return told;
  }

  @Test
  void aFrameOfOneHasOne() {
    assertEquals(List.of("first 7"), read(message(7)));
  }

  @Test
  void everyLineOfAJoinedFrameIsCounted() {
    String frame =
        IntStream.range(0, 100).mapToObj(this::message).collect(Collectors.joining("\n"));
    List<String> told = read(frame);
    assertEquals(100, told.size());
    assertEquals("first 0", told.get(0));
    assertEquals("99", told.get(99));
  }

  @Test
  void whatIsNoMessageIsToldApart() {
    String ack = "{\"type\":\"ack\",\"id\":1}";
    assertEquals(
        List.of(ack, "first 1", ack, "2", ack),
        read(String.join("\n", ack, message(1), ack, message(2), ack)));
  }

  @Test
  void theMarkMayBeAnywhereInTheMessage() {
    String late = "{\"type\":\"message\",\"from_name\":\"Ann\",\"content\":\"" + content(2) + "\"}";
    assertEquals(
        List.of("first 1", "2", "3", "4"),
        read(
            String.join(
                "\n",
                message(1),
                late,
                message(3),
                late.replace("00002\"", "00004\"").replace(marker.of(2), marker.of(4)))));
  }

  @Test
  void aMessageOfAnotherRunOrOfAPersonIsNotCounted() {
    String other = message(1).replace(marker.of(1), new Marker(4712).of(1));
    String person = "{\"type\":\"message\",\"content\":\"Hello\"}";
    assertEquals(
        List.of(other, person, "first 2"), read(other + "\n" + person + "\n" + message(2)));
  }

  @Test
  void aMarkInTheNextLineIsThatLines() {
    String person = "{\"type\":\"message\",\"content\":\"x\"}";
    assertEquals(
        List.of(person, "first 3", person), read(person + "\n" + message(3) + "\n" + person));
  }

  @Test
  void emptyLinesAreSkipped() {
    assertEquals(List.of("first 1", "2"), read("\n" + message(1) + "\n\n" + message(2) + "\n"));
  }

  @Test
  void aMarkTellsItsNumber() {
    byte[] text = marker.of(12_345_678).getBytes(UTF_8);
    assertEquals(Marker.LENGTH, text.length);
    assertEquals(12_345_678, Marker.numberAt(text, marker.find(text, 0, text.length)));
  }
}
