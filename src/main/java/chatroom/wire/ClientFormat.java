package chatroom.wire;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.JsonOutline.Field;
import chatroom.wire.JsonOutline.Kind;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which types clients may send, and what each of their fields may hold; read off the records of
 * {@link ClientMessage}.
 *
 * <p>Thread safety: immutable.
 */
final class ClientFormat {
  /** The longest {@code ref}, in characters. */
  static final int MAX_REF = 64;

  /** The most rooms in a {@code hello}. */
  static final int MAX_ROOMS = 100;

  /** How much of an unknown type is repeated, in characters. */
  private static final int SHOWN_TYPE = 40;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern NATURAL = Pattern.compile("[0-9]{1,18}");

  /** What a field may hold, null aside. */
  private enum Rule {
    STRING,
    INTEGER,
    BOOLEAN,
    NUMBER_OR_STRING,
    SEQ_OF_EACH_ROOM;

    boolean allows(Field field) {
      return switch (this) {
        case STRING -> field.kind() == Kind.STRING;
        case INTEGER -> field.kind() == Kind.NUMBER && WHOLE.matcher(field.text()).matches();
        case BOOLEAN -> field.kind() == Kind.BOOLEAN;
        case NUMBER_OR_STRING -> field.kind() == Kind.STRING || field.kind() == Kind.NUMBER;
        case SEQ_OF_EACH_ROOM ->
            field.kind() == Kind.OBJECT
                && field.members().size() <= MAX_ROOMS
                && field.members().stream().allMatch(Rule::isSeq);
      };
    }

    private static boolean isSeq(Field member) {
      return member.kind() == Kind.NUMBER && NATURAL.matcher(member.text()).matches();
    }

    static Rule of(RecordComponent component) {
      if (component.getType() == Map.class) {
        return SEQ_OF_EACH_ROOM;
      }
      if (component.isAnnotationPresent(NumberOrString.class)) {
        return NUMBER_OR_STRING;
      }
      if (component.getType() == Boolean.class) {
        return BOOLEAN;
      }
      return component.getType() == Long.class ? INTEGER : STRING;
    }
  }

  private final Map<String, Map<String, Rule>> types = new HashMap<>();

  ClientFormat() {
    JsonbTypeInfo info = ClientMessage.class.getAnnotation(JsonbTypeInfo.class);
    for (JsonbSubtype subtype : info.value()) {
      Map<String, Rule> fields = new HashMap<>();
      for (RecordComponent component : subtype.type().getRecordComponents()) {
        fields.put(wireName(component), Rule.of(component));
      }
      types.put(subtype.alias(), fields);
    }
  }

  /** Some fields are called what nothing in Java can be. */
  private static String wireName(RecordComponent component) {
    JsonbProperty said = component.getAccessor().getAnnotation(JsonbProperty.class);
    return said == null
        ? component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
        : said.value();
  }

  /**
   * Lets pass what has a known type and fields of the right kinds.
   *
   * @throws Rejection with the {@code ref} of the object, if it has a right one
   */
  void check(JsonOutline outline) throws Rejection {
    String ref = outline.text("ref");
    String usableRef = ref != null && length(ref) <= MAX_REF ? ref : null;
    Rejection fault = fault(outline, ref != null && usableRef == null);
    if (fault != null) {
      throw fault.answering(usableRef);
    }
  }

  private @Nullable Rejection fault(JsonOutline outline, boolean refTooLong) {
    String type = outline.text("type");
    if (type == null || refTooLong) {
      return new Rejection(Code.INVALID_FORMAT);
    }
    Map<String, Rule> fields = types.get(type);
    if (fields == null) {
      return new Rejection(Code.UNKNOWN_TYPE, Code.UNKNOWN_TYPE.message() + ": " + shown(type));
    }
    if (!fields.entrySet().stream().allMatch(e -> allows(e, outline))) {
      return new Rejection(Code.INVALID_FORMAT);
    }
    // JSON-B would compute 7e0, and refuse a number of many digits as malformed.
    return fields.keySet().stream().anyMatch(name -> isNobody(outline.field(name)))
        ? new Rejection(Code.USER_NOT_FOUND)
        : null;
  }

  private static boolean allows(Map.Entry<String, Rule> rule, JsonOutline outline) {
    Field field = outline.field(rule.getKey());
    return field.kind() == Kind.NULL || rule.getValue().allows(field);
  }

  /** Of the fields that were allowed, only a user's number can be a number and not whole. */
  private static boolean isNobody(Field field) {
    return field.kind() == Kind.NUMBER && !WHOLE.matcher(field.text()).matches();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String shown(String type) {
    return length(type) <= SHOWN_TYPE
        ? type
        : type.substring(0, type.offsetByCodePoints(0, SHOWN_TYPE));
  }

  /** All types of the protocol, for the test that none is forgotten. */
  Set<String> known() {
    return new TreeSet<>(types.keySet());
  }
}
