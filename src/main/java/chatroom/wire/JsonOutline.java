package chatroom.wire;

import chatroom.room.Code;
import chatroom.room.Rejection;
import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text holds at its top level and in the objects right under it, read without building
 * anything of it: proof that it is one JSON object and nothing after it, nested no deeper than
 * {@value #MAX_DEPTH}, with no lone surrogate in any string.
 *
 * <p>JSON-B alone would take text after the object, lone surrogates, and strings for numbers.
 *
 * <p>Thread safety: immutable.
 */
final class JsonOutline {
  /** How deep objects and arrays may be nested, the outermost included. */
  static final int MAX_DEPTH = 32;

  /** What a field holds. */
  enum Kind {
    NULL,
    STRING,
    NUMBER,
    OBJECT,
    BOOLEAN,
    OTHER
  }

  /**
   * A field of the outermost object.
   *
   * @param text the string, or the digits of the number; empty for other kinds
   * @param members what the fields of an object hold; empty for other kinds
   */
  record Field(Kind kind, String text, List<Field> members) {
    private Field(Kind kind, String text) {
      this(kind, text, List.of());
    }
  }

  private final Map<String, Field> fields = new HashMap<>();

  private JsonOutline() {}

  /**
   * Reads a text.
   *
   * @param json makes the parser; {@code Json.createParser} would look through all of the
   *     application's archives for one, at each call
   * @throws Rejection {@link Code#INVALID_FORMAT} if it is anything else than promised above
   */
  static JsonOutline of(String text, JsonProvider json) throws Rejection {
    JsonOutline outline = new JsonOutline();
    try (JsonParser parser = json.createParser(new StringReader(text))) {
      outline.read(parser);
    } catch (JsonException e) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    return outline;
  }

  private void read(JsonParser parser) throws Rejection {
    require(parser.hasNext() && parser.next() == JsonParser.Event.START_OBJECT);
    int depth = 1;
    String key = "";
    List<Field> members = List.of();
    // Asked for more after the end of the object, the parser throws if there is any.
    while (parser.hasNext()) {
      JsonParser.Event event = parser.next();
      switch (event) {
        case START_OBJECT, START_ARRAY -> {
          require(++depth <= MAX_DEPTH);
          if (depth == 2) {
            boolean object = event == JsonParser.Event.START_OBJECT;
            members = new ArrayList<>();
            fields.put(key, new Field(object ? Kind.OBJECT : Kind.OTHER, "", members));
          } else if (depth == 3) {
            members.add(new Field(Kind.OTHER, ""));
          }
        }
        case END_OBJECT, END_ARRAY -> depth--;
        case KEY_NAME -> {
          String name = wellFormed(parser.getString());
          key = depth == 1 ? name : key;
        }
        default -> {
          Field field = field(parser, event);
          if (depth == 1) {
            fields.put(key, field);
          } else if (depth == 2) {
            members.add(field);
          }
        }
      }
    }
    require(depth == 0);
  }

  private static Field field(JsonParser parser, JsonParser.Event event) throws Rejection {
    return switch (event) {
      case VALUE_STRING -> new Field(Kind.STRING, wellFormed(parser.getString()));
      case VALUE_NUMBER -> new Field(Kind.NUMBER, parser.getString());
      case VALUE_NULL -> new Field(Kind.NULL, "");
      case VALUE_TRUE, VALUE_FALSE -> new Field(Kind.BOOLEAN, "");
      default -> new Field(Kind.OTHER, "");
    };
  }

  private static String wellFormed(String text) throws Rejection {
    require(!Utf8.hasLoneSurrogate(text));
    return text;
  }

  private static void require(boolean condition) throws Rejection {
    if (!condition) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
  }

  /** The field of that name; an absent one is like null. */
  Field field(String name) {
    return fields.getOrDefault(name, new Field(Kind.NULL, ""));
  }

  /** The field of that name if it is a string, else null. */
  @Nullable String text(String name) {
    Field field = field(name);
    return field.kind() == Kind.STRING ? field.text() : null;
  }
}
