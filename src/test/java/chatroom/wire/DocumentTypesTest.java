package chatroom.wire;

import static chatroom.testing.ProtocolDocument.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.delivery.Disconnect;
import chatroom.room.Code;
import chatroom.testing.ProtocolDocument;
import chatroom.testing.ProtocolDocument.Side;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The AsyncAPI document and the code know the same types, fields and codes: who adds one here adds
 * it there.
 */
class DocumentTypesTest {
  /** What the containers close with by themselves: a text was not UTF-8. */
  private static final int NOT_UTF8 = 1007;

  private static final ProtocolDocument DOCUMENT = ProtocolDocument.shipped();

  private static Map<String, Class<?>> records(Class<?> sealed) {
    JsonbTypeInfo info = Objects.requireNonNull(sealed.getAnnotation(JsonbTypeInfo.class));
    return Arrays.stream(info.value())
        .collect(Collectors.toMap(JsonbSubtype::alias, JsonbSubtype::type));
  }

  static Stream<Map.Entry<String, Class<?>>> ofClients() {
    return records(ClientMessage.class).entrySet().stream();
  }

  static Stream<Map.Entry<String, Class<?>>> ofTheServer() {
    return records(ServerMessage.class).entrySet().stream();
  }

  @Test
  void everyTypeOfTheServerHasASchemaAndNoOther() {
    assertSameTypes(ServerMessage.class, Side.SERVER);
  }

  @Test
  void everyTypeOfAClientHasASchemaAndNoOther() {
    assertSameTypes(ClientMessage.class, Side.CLIENT);
  }

  private static void assertSameTypes(Class<?> sealed, Side side) {
    assertEquals(
        new TreeSet<>(records(sealed).keySet()),
        DOCUMENT.types(side),
        "A type has a schema, a message and its place in an operation in " + ProtocolDocument.FILE);
  }

  @ParameterizedTest
  @MethodSource("ofTheServer")
  void everyFieldOfTheServerIsDescribedAndNoOther(Map.Entry<String, Class<?>> type) {
    JsonNode schema = DOCUMENT.schema(Side.SERVER, type.getKey());

    assertEquals(type.getKey(), schema.at("/properties/type/const").asText());
    assertDescribes(type.getKey(), type.getValue(), schema, Set.of("type"));
  }

  @ParameterizedTest
  @MethodSource("ofClients")
  void everyFieldOfAClientIsDescribedAndNoOther(Map.Entry<String, Class<?>> type) {
    JsonNode schema = DOCUMENT.schema(Side.CLIENT, type.getKey());

    assertEquals(type.getKey(), schema.at("/properties/type/const").asText());
    assertDescribes(type.getKey(), type.getValue(), schema, Set.of("type"));
  }

  private static void assertDescribes(
      String where, Class<?> record, JsonNode schema, Set<String> beside) {
    Set<String> fields = new TreeSet<>(beside);
    Set<String> required = new TreeSet<>(beside);
    for (RecordComponent component : record.getRecordComponents()) {
      String name = wireName(component);
      fields.add(name);
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(name);
      }
    }

    assertEquals(fields, new TreeSet<>(names(schema.path("properties"))), "fields of " + where);
    assertEquals(required, texts(schema.path("required")), "fields always in " + where);
    for (RecordComponent component : record.getRecordComponents()) {
      assertDescribes(where, component, schema);
    }
  }

  /** Of records in records, and in lists; messages in a list have schemas of their own. */
  private static void assertDescribes(String where, RecordComponent component, JsonNode schema) {
    String name = wireName(component);
    JsonNode value = DOCUMENT.resolved(schema.path("properties").path(name));
    String inside = where + "." + name;
    if (component.getType().isRecord()) {
      assertDescribes(inside, component.getType(), value, Set.of());
    } else if (component.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> item
        && item.isRecord()) {
      assertDescribes(inside, item, DOCUMENT.resolved(value.path("items")), Set.of());
    }
  }

  private static String wireName(RecordComponent component) {
    JsonbProperty said = component.getAccessor().getAnnotation(JsonbProperty.class);
    return said == null
        ? component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
        : said.value();
  }

  private static Set<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Test
  void everyErrorCodeIsDescribedWithItsMessageAndNoOther() {
    Map<String, String> described = new TreeMap<>();
    elements(DOCUMENT.at("#/components/schemas/error_code/oneOf"))
        .forEach(it -> described.put(it.path("const").asText(), it.path("title").asText()));

    assertEquals(
        Arrays.stream(Code.values())
            .collect(Collectors.toMap(Code::wireName, Code::message, (a, b) -> a, TreeMap::new)),
        described);
  }

  @Test
  void everyCloseCodeIsDescribedAndNoOther() {
    Set<Integer> codes =
        Arrays.stream(Disconnect.values())
            .map(Disconnect::closeCode)
            .collect(Collectors.toCollection(TreeSet::new));
    codes.add(NOT_UTF8);

    assertEquals(
        codes,
        elements(DOCUMENT.at("#/channels/chat/x-close-codes"))
            .map(it -> it.path("code").asInt())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theBoundsAreThoseOfTheCode() {
    assertEquals(
        ClientFormat.MAX_REF, DOCUMENT.at("#/components/schemas/ref_or_null/maxLength").asInt());
    assertEquals(
        ClientFormat.MAX_ROOMS,
        DOCUMENT.schema(Side.CLIENT, "hello").at("/properties/rooms/maxProperties").asInt());
  }
}
