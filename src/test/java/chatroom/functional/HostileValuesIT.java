package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is well formed and means what it must not is answered by its code and its {@code ref}; the
 * connection goes on, and nobody else notices.
 */
final class HostileValuesIT extends TwoInTheRoom {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final String made = "-" + MADE.incrementAndGet();

  /** What the words stand for, none of which is a part of another. */
  private final Map<String, String> words = new LinkedHashMap<>();

  @BeforeEach
  void thereIsMoreThanMalloryMayTouch() {
    make("HIDDEN", true, false);
    make("NEWS", false, true);
    make("ARCHIVED", false, false);
    join(witness, "random");
    stored("SECRET", witness, "message", "content", "x", "room", word("HIDDEN"));
    stored("ELSEWHERE", witness, "message", "content", "x", "room", "random");
    stored("WHISPERED", witness, "private_message", "content", "x", "to_id", witness.id());
    stored("THEIRS", witness, "message", "content", "x", "room", "general");
    words.put("OWN", "own" + made);
    mallory.send("create_room", "room", word("OWN"), "private", true);
    join(mallory, word("NEWS"));
    join(mallory, word("ARCHIVED"));
    witness.send("archive_room", "room", word("ARCHIVED"), "archived", true);
    join(mallory, "general");
    stored("MINE", mallory, "message", "content", "x");
    stored("PICTURE", mallory, "image", "url", "https://example.org/");
    stored("DELETED", mallory, "message", "content", "x");
    mallory.send("delete", "message_id", number("DELETED"));
    stored("CHANGE", mallory, "edit", "content", "y", "message_id", number("MINE"));
    words.put("NEXT", "" + (number("CHANGE") + 1));
    words.put("WITNESS", "" + witness.id());
    words.put("MALLORY", "" + mallory.id());
    mallory.untilNow();
    witness.untilNow();
    mallory.untilNow();
  }

  private void make(String word, boolean hidden, boolean announcement) {
    String room = word.toLowerCase(Locale.ROOT) + made;
    words.put(word, room);
    witness.send("create_room", "room", room, "private", hidden, "announcement", announcement);
    witness.await("history");
  }

  private static void join(TestClient who, String room) {
    who.send("join_room", "room", room);
    who.await("history", it -> it.getString("room").equals(room));
  }

  private void stored(String word, TestClient who, String type, Object... fields) {
    List<Object> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("ref", word));
    who.send(type, all.toArray());
    words.put(word, "" + who.await("ack").getJsonNumber("id"));
  }

  private String word(String name) {
    return Objects.requireNonNull(words.get(name));
  }

  private long number(String name) {
    return Long.parseLong(word(name));
  }

  private String frame(String type, String fields) {
    String frame = "{'type':'" + type + "','ref':'r'," + fields + "}";
    for (var word : words.entrySet()) {
      frame = frame.replace(word.getKey(), word.getValue());
    }
    return frame.replace('\'', '"');
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("chatroom.functional.WrongValues#all")
  void isRefusedByItsCodeAndNobodyElseNotices(String type, String code, List<String> each) {
    for (String fields : each) {
      String frame = frame(type, fields);
      mallory.sendText(frame);
      assertEquals(code + " to r", refusal(mallory.take()), frame);
    }
    unnoticed();
  }

  private static String refusal(JsonObject answer) {
    return answer.getString("type").equals("error")
        ? content(answer).getString("code") + " to " + content(answer).getString("ref")
        : answer.toString();
  }
}
