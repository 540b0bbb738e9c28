package chatroom;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.wire.WireCodec;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the code. The table is that of the README. */
class ArchitectureTest {
  private static final int MAX_LINES = 350;
  private static final String LOGGING = "org.slf4j";

  /** Who may import whom: packages of ours by their name, others by what they begin with. */
  private static final Map<String, List<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              entry("room"),
              entry("wire", "room", "jakarta.json"),
              entry("delivery", "room", "wire", LOGGING),
              entry("conversation", "room", "wire", "delivery", "account", LOGGING),
              entry(
                  "endpoint",
                  "wire",
                  "delivery",
                  "conversation",
                  "jakarta.websocket",
                  "jakarta.servlet",
                  LOGGING),
              entry("account", "room", "rocks.xmpp.precis", "com.password4j", LOGGING),
              entry(
                  "storage",
                  "room",
                  "javax.sql",
                  "com.zaxxer.hikari",
                  "org.flywaydb.core",
                  "com.fasterxml.jackson.databind",
                  LOGGING),
              entry("image"),
              entry("archive", "room"),
              entry(
                  "http",
                  "room",
                  "wire",
                  "account",
                  "storage",
                  "image",
                  "archive",
                  "jakarta.servlet",
                  LOGGING),
              entry("config", "javax.naming", LOGGING)));

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("chatroom");

  private static Map.Entry<String, List<String>> entry(String layer, String... allowed) {
    return Map.entry(layer, List.of(allowed));
  }

  static Collection<String> layers() {
    return MAY_IMPORT.keySet();
  }

  private static String ours(String layer) {
    return "chatroom." + layer + "..";
  }

  private static String pattern(String allowed) {
    return MAY_IMPORT.containsKey(allowed) ? ours(allowed) : allowed + "..";
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aPackageImportsOnlyWhatItMay(String layer) {
    String[] allowed =
        Stream.concat(
                Stream.of("", "java..", "org.jspecify.annotations..", ours(layer)),
                MAY_IMPORT.getOrDefault(layer, List.of()).stream().map(ArchitectureTest::pattern))
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(ours(layer))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CODE);
  }

  @Test
  void everyPackageIsInTheTable() {
    Set<String> packages =
        CODE.stream()
            .map(it -> it.getPackageName().split("\\.", -1))
            .map(parts -> parts.length > 1 ? parts[1] : "(chatroom itself)")
            .collect(Collectors.toSet());
    packages.remove("app");

    assertEquals(MAY_IMPORT.keySet(), packages);
  }

  @Test
  void nobodyImportsTheCompositionRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ours("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ours("app"))
        .check(CODE);
  }

  @Test
  void theDomainDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage(ours("room"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
        .check(CODE);
  }

  @Test
  void onlyTheStorageSpeaksToADatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ours("storage"), ours("app"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(CODE);
  }

  @Test
  void onlyTheDecoderAndTheEncoderUseTheCodec() {
    classes()
        .that()
        .areAssignableTo(WireCodec.class)
        .should()
        .onlyHaveDependentClassesThat(
            describe(
                "decode, encode, or hand it to those who do",
                it ->
                    Set.of("WireCodec", "ClientMessageDecoder", "ServerMessageEncoder", "Gate")
                            .contains(it.getSimpleName())
                        || resideInAPackage(ours("app")).test(it)))
        .check(CODE);
  }

  @Test
  void onlyTheTransportSends() {
    noClasses()
        .that()
        .doNotHaveSimpleName("WebSocketTransport")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("jakarta\\.websocket\\.RemoteEndpoint.*")
        .check(CODE);
  }

  @Test
  void nothingIsCalledAfterNothing() {
    noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper)(\\$.*)?").check(CODE);
  }

  @Test
  void whatIsStaticNeverChanges() {
    List<String> faults =
        CODE.stream()
            .map(JavaClass::reflect)
            .flatMap(it -> Arrays.stream(it.getDeclaredFields()))
            .filter(it -> Modifier.isStatic(it.getModifiers()) && !it.isSynthetic())
            .filter(it -> !isConstant(it))
            .map(Field::toString)
            .toList();

    assertEquals(List.of(), faults);
  }

  private static boolean isConstant(Field field) {
    return Modifier.isFinal(field.getModifiers())
        && (isImmutable(valueOf(field)) || isTheOneThreadLocal(field));
  }

  private static boolean isTheOneThreadLocal(Field field) {
    return field.getType() == ThreadLocal.class
        && field.getDeclaringClass().getSimpleName().equals("Handshake");
  }

  private static Object valueOf(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** Collections are only if they cannot be changed, and all else by its type. */
  private static boolean isImmutable(Object value) {
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return value.getClass().getName().startsWith("java.util.ImmutableCollections$");
    }
    String type = value.getClass().getName();
    return value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof String
        || value instanceof Enum<?>
        || value instanceof Record
        || value instanceof org.slf4j.Logger
        || type.matches("java\\.time\\..*|java\\.util\\.regex\\.Pattern|java\\.util\\.HexFormat")
        || isStateless(value.getClass());
  }

  /** A lambda that holds nothing, or a class of ours whose fields are final. */
  private static boolean isStateless(Class<?> type) {
    return type.getName().startsWith("chatroom.")
        && Arrays.stream(type.getDeclaredFields())
            .filter(it -> !Modifier.isStatic(it.getModifiers()))
            .allMatch(it -> Modifier.isFinal(it.getModifiers()));
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    List<String> unmarked =
        CODE.stream()
            .map(JavaClass::reflect)
            .map(Class::getPackage)
            .filter(it -> !it.isAnnotationPresent(NullMarked.class))
            .map(Package::getName)
            .distinct()
            .toList();

    assertEquals(List.of(), unmarked);
  }

  @Test
  void noSourceFileIsLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files
          .filter(it -> it.toString().endsWith(".java"))
          .filter(it -> lines(it) > MAX_LINES)
          .map(Path::toString)
          .forEach(tooLong::add);
    }

    assertEquals(List.of(), tooLong);
    assertTrue(lines(Path.of("src/test/java/chatroom/ArchitectureTest.java")) > 0);
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
