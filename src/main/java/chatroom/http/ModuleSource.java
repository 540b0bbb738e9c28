package chatroom.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One ECMAScript module as the page has them: imports of names or of the default at the start of a
 * line, exports in front of what is declared. Anything else is refused, so that nothing is sent
 * that means something else than the source.
 *
 * <p>Thread safety: immutable.
 */
final class ModuleSource {
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:\\{([^}]*)}|(\\w+)) from '([^']+)';\\n", Pattern.MULTILINE);
  private static final Pattern EXPORT =
      Pattern.compile(
          "^export (?:(default )|(?=(?:async )?(?:function\\*?|class|const|let) (\\w+)\\b))",
          Pattern.MULTILINE);

  /** The word first: to look for where any word begins takes many times as long. */
  private static final Pattern DYNAMIC = Pattern.compile("import(?<![\\w$]import)\\('([^']+)'\\)");

  private static final Pattern LEFT =
      Pattern.compile("^(?:import|export)\\b.*|import\\.meta", Pattern.MULTILINE);

  /** Lines that are comments and nothing else: what is in them is for who reads the source. */
  private static final Pattern COMMENT =
      Pattern.compile("^[ ]*(?:/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/|//.*)\\n", Pattern.MULTILINE);

  private static final Pattern ALIAS = Pattern.compile("(\\w+) as (\\w+)");

  private final String path;
  private final String body;
  private final Map<String, String> imports = new LinkedHashMap<>();
  private final List<String> dynamicImports;

  /**
   * @param path of the file, from the root of the page
   * @throws IllegalArgumentException if it imports or exports in another way
   */
  ModuleSource(String path, String text) {
    this.path = path;
    Matcher found = IMPORT.matcher(COMMENT.matcher(text.replace("\r\n", "\n")).replaceAll(""));
    this.body = found.replaceAll(this::take);
    this.dynamicImports = DYNAMIC.matcher(body).results().map(it -> resolve(it.group(1))).toList();
  }

  private String take(MatchResult found) {
    String names = found.group(1);
    String taken = names == null ? "default: " + found.group(2) : destructured(names);
    imports.merge(resolve(found.group(3)), taken, (one, other) -> one + ", " + other);
    return "";
  }

  private static String destructured(String names) {
    return ALIAS.matcher(names.strip().replaceAll("\\s+", " ")).replaceAll("$1: $2");
  }

  /** What it takes from other modules: what stands between the braces of a declaration, by path. */
  Map<String, String> imports() {
    return imports;
  }

  /** The modules that it imports when they are needed. */
  List<String> dynamicImports() {
    return dynamicImports;
  }

  /** The code without imports, still with its exports, as it runs in another folder. */
  String code(String folder) {
    return DYNAMIC
        .matcher(body)
        .replaceAll(
            it -> Matcher.quoteReplacement("import('" + relative(folder, it.group(1)) + "')"));
  }

  /** The code as an expression, whose value has what is exported as its properties. */
  String scoped(String folder, UnaryOperator<String> before) {
    List<String> exported = new ArrayList<>();
    String inner =
        EXPORT
            .matcher(code(folder))
            .replaceAll(
                it -> {
                  boolean isDefault = it.group(1) != null;
                  exported.add(isDefault ? "default: $default" : it.group(2));
                  return isDefault ? "const \\$default = " : "";
                });
    Matcher left = LEFT.matcher(inner);
    if (left.find()) {
      throw new IllegalArgumentException(path + " cannot be packed: " + left.group());
    }
    String result = exported.stream().collect(Collectors.joining(", ", "return { ", " };"));
    return "(() => {\n" + before.apply(inner) + result + "\n})()";
  }

  private String relative(String folder, String specifier) {
    return PagePath.relative(folder, resolve(specifier));
  }

  private String resolve(String specifier) {
    return PagePath.resolve(path, specifier);
  }
}
