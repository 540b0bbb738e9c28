package chatroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs together is sent together, and each module is there once. */
class ModulePacksTest {
  private static Map<String, String> packed(String... pathsAndTexts) {
    Map<String, ModuleSource> sources = new TreeMap<>();
    for (int index = 0; index < pathsAndTexts.length; index += 2) {
      sources.put(
          pathsAndTexts[index], new ModuleSource(pathsAndTexts[index], pathsAndTexts[index + 1]));
    }
    return new ModulePacks(sources, "js/main.js").files();
  }

  private static String text(Map<String, String> files, String path) {
    return Objects.requireNonNull(files.get(path));
  }

  @Test
  void whatTheStartNeedsComesWithIt() {
    Map<String, String> files =
        packed(
            "js/main.js",
            "import { one, two as zwei } from './view/dom.js';\none(zwei);\n",
            "js/view/dom.js",
            "/** Says. */\nexport const one = () => {};\n// No more.\nexport const two = 2;\n");
    assertEquals(Set.of("js/main.js"), files.keySet());
    assertEquals(
        """
        const $js_view_dom_js = (() => {
        const one = () => {};
        const two = 2;
        return { one, two };
        })();
        const { one, two: zwei } = $js_view_dom_js;
        one(zwei);
        """,
        files.get("js/main.js"));
  }

  @Test
  void whatIsFetchedLaterHasTheModulesOfTheStartAndNoCopies() {
    Map<String, String> files =
        packed(
            "js/main.js",
            "import { one } from './dom.js';\none(() => import('./view/dialog.js'));\n",
            "js/dom.js",
            "export const one = (it) => it;\n",
            "js/view/dialog.js",
            """
            import words from '../words.js';
            import { one } from '../dom.js';
            export const mount = () => one(words);
            """,
            "js/words.js",
            "export default { a: 1 };\n");
    assertEquals(Set.of("js/main.js", "js/view/dialog.js"), files.keySet());
    assertTrue(text(files, "js/main.js").endsWith("export { $js_dom_js };\n"));
    assertTrue(
        text(files, "js/view/dialog.js").startsWith("import { $js_dom_js } from '../main.js';\n"));
    assertTrue(text(files, "js/view/dialog.js").contains("const { one } = $js_dom_js;"));
    assertTrue(text(files, "js/view/dialog.js").contains("return { default: $default };"));
    assertFalse(text(files, "js/view/dialog.js").contains("(it) => it"));
  }

  @Test
  void whatTwoNeedThatAreFetchedLaterIsAFileOfItsOwn() {
    Map<String, String> files =
        packed(
            "js/main.js",
            "const all = [() => import('./a.js'), () => import('./b.js')];\n",
            "js/a.js",
            "import { both } from './both.js';\nexport const a = both;\n",
            "js/b.js",
            "import { both } from './both.js';\nexport const b = both;\n",
            "js/both.js",
            "export const both = {};\n");
    assertEquals(Set.of("js/main.js", "js/a.js", "js/b.js", "js/both.js"), files.keySet());
    assertTrue(text(files, "js/a.js").startsWith("import * as $js_both_js from './both.js'"));
  }

  @Test
  void whereALaterModuleLiesIsSaidFromWhereItIsAskedFor() {
    Map<String, String> files =
        packed(
            "js/main.js",
            "import { ask } from './view/ask.js';\nask();\n",
            "js/view/ask.js",
            "export const ask = () => import('./later.js');\n",
            "js/view/later.js",
            "export const later = 1;\n");
    assertTrue(text(files, "js/main.js").contains("import('./view/later.js')"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export * from './b.js';\n",
        "import './b.js';\n",
        "export { a };\n",
        "export const a = import.meta.url;\n"
      })
  void whatIsWrittenInAnotherWayIsRefusedAndNotSentWrong(String text) {
    assertThrows(
        IllegalArgumentException.class,
        () -> packed("js/main.js", "import { a } from './a.js';\na();\n", "js/a.js", text));
  }

  @Test
  void aLongCommentIsLeftOutToo() {
    String comment = "/**\n" + " * what it is\n".repeat(100) + "x".repeat(20_000) + " */\n";
    assertEquals("a();\n", packed("js/main.js", comment + "a();\n").get("js/main.js"));
  }

  @Test
  void modulesThatNeedEachOtherAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            packed(
                "js/main.js",
                "import { a } from './a.js';\n",
                "js/a.js",
                "import { b } from './b.js';\nexport const a = b;\n",
                "js/b.js",
                "import { a } from './a.js';\nexport const b = a;\n"));
  }
}
