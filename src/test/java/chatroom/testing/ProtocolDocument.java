package chatroom.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Says of any frame whether it is as the AsyncAPI document, which the application serves, describes
 * it.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class ProtocolDocument {
  /** The document itself. */
  public static final Path FILE = Path.of("src/main/webapp/asyncapi.yaml");

  private static final String IRI = "urn:chatroom:asyncapi";
  private static final String SCHEMAS = "/components/schemas";

  /** Reads JSON, with numbers as long as frames may have. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(1 << 16).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final ProtocolDocument SHIPPED = new ProtocolDocument(read(FILE));

  /** Who says something; types of the same name are two types. */
  public enum Side {
    CLIENT("client."),
    SERVER("server.");

    private final String prefix;

    Side(String prefix) {
      this.prefix = prefix;
    }

    /** What the document calls a type of this side. */
    public String name(String type) {
      return prefix + type;
    }
  }

  private final JsonNode root;
  private final Map<String, Schema> schemas = new TreeMap<>();

  private ProtocolDocument(JsonNode root) {
    this.root = root;
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            dialect(root::has), it -> it.schemas(Map.of(IRI, root.toString())));
    for (String name : names(root.at(SCHEMAS))) {
      schemas.put(name, registry.getSchema(SchemaLocation.of(IRI + "#" + SCHEMAS + "/" + name)));
    }
  }

  /**
   * The JSON Schema that AsyncAPI 3.0 speaks; what it does not know is a slip of the pen.
   *
   * @param besides which other keywords are let pass
   */
  private static Dialect dialect(Predicate<String> besides) {
    return Dialect.builder(Dialects.getDraft7())
        .unknownKeywordFactory(
            (name, context) ->
                besides.test(name)
                    ? new NonValidationKeyword(name)
                    : DisallowUnknownKeywordFactory.getInstance().getKeyword(name, context))
        .build();
  }

  private static JsonNode read(Path yaml) {
    var loader = new Yaml(new SafeConstructor(new LoaderOptions()));
    try {
      return JSON.valueToTree(loader.load(Files.readString(yaml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that is served. */
  public static ProtocolDocument shipped() {
    return SHIPPED;
  }

  /** All of it. */
  public JsonNode root() {
    return root;
  }

  /** What a reference in it leads to; missing if it leads nowhere. */
  public JsonNode at(String reference) {
    return root.at(reference.substring("#".length()));
  }

  /** What stands there, or what the reference that stands there leads to. */
  public JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(at(node.get("$ref").textValue())) : node;
  }

  /** The types of that side that have a schema. */
  public Set<String> types(Side side) {
    return schemas.keySet().stream()
        .filter(it -> it.startsWith(side.prefix))
        .map(it -> it.substring(side.prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The schema of a type. */
  public JsonNode schema(Side side, String type) {
    return root.at(SCHEMAS + "/" + side.name(type));
  }

  /** What is wrong with the document by the specification; nothing if it is valid. */
  public List<String> faults(Path specification) throws IOException {
    return SchemaRegistry.withDialect(dialect("example"::equals))
        .getSchema(JSON.readTree(specification.toFile()))
        .validate(root)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** What is wrong with a frame of that side; nothing if it is as described. */
  public List<String> faults(Side side, String frame) {
    try {
      return faults(side, JSON.readTree(frame));
    } catch (JsonProcessingException e) {
      return List.of(e.getMessage());
    }
  }

  /** What is wrong with a frame of that side; nothing if it is as described. */
  public List<String> faults(Side side, JsonNode frame) {
    Schema schema = schemas.get(side.name(frame.path("type").asText()));
    return schema == null
        ? List.of("There is no schema of its type in " + FILE)
        : schema.validate(frame).stream().map(Error::toString).toList();
  }

  /** The names of an object's fields. */
  public static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
