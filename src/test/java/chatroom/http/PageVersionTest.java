package chatroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A page and all that it loads are of one version, which its files have in their addresses. */
class PageVersionTest {
  private static final Map<String, String> PAGE =
      Map.of(
          "index.html",
          "<link href=\"css/page.css\"><script src=\"js/main.js\"></script><a href=\"asyncapi.yaml\">",
          "css/page.css",
          "p { color: red }",
          "css/login.css",
          "p { color: green }",
          "js/main.js",
          "go();",
          "i18n/de.js",
          "export default {};",
          "img/icon.svg",
          "<svg/>",
          "login.html",
          "<form>",
          "sw.js",
          "keep(FILES);");

  private static PageVersion of(Map<String, String> page) {
    Map<String, byte[]> files = new HashMap<>();
    page.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    return new PageVersion(files);
  }

  private static PageVersion with(String path, String text) {
    Map<String, String> page = new HashMap<>(PAGE);
    page.put(path, text);
    return of(page);
  }

  private static String folder(PageVersion version) {
    Set<String> folders =
        version.lasting().keySet().stream()
            .map(path -> path.substring(0, path.indexOf('/')))
            .collect(Collectors.toSet());
    assertEquals(1, folders.size());
    return folders.iterator().next();
  }

  private static String text(PageVersion version, String path) {
    return new String(version.changing().getOrDefault(path, new byte[0]), UTF_8);
  }

  @Test
  void theDocumentLeadsToFilesOfItsVersion() {
    PageVersion version = of(PAGE);
    String folder = folder(version);
    assertTrue(folder.matches("v-[\\w-]{16}"), folder);
    assertEquals(
        "<link href=\"%1$s/css/page.css\"><script src=\"%1$s/js/main.js\"></script>"
                .formatted(folder)
            + "<a href=\"asyncapi.yaml\">",
        text(version, "index.html"));
  }

  @Test
  void onlyWhatThePageNeedsIsOfAVersionAndAllIsThereWithout() {
    PageVersion version = of(PAGE);
    String folder = folder(version) + "/";
    assertEquals(
        Set.of("css/page.css", "js/main.js", "i18n/de.js", "img/icon.svg"),
        version.lasting().keySet().stream()
            .map(path -> path.substring(folder.length()))
            .collect(Collectors.toSet()));
    assertEquals(PAGE.keySet(), version.changing().keySet());
  }

  @Test
  void theWorkerHasTheListOfThemWithTheirHashes() {
    PageVersion version = of(PAGE);
    String worker = text(version, "sw.js");
    assertTrue(worker.startsWith("const FILES = {\"index.html\":\"sha256-"), worker);
    assertTrue(worker.endsWith("\"};\nkeep(FILES);"), worker);
    // printf 'go();' | openssl dgst -sha256 -binary | base64
    String hash = "bYOqbsii8BMz1hC57p5sZG4K4cMuk6QQDiwupM2aRMM=";
    assertTrue(
        worker.contains("\"" + folder(version) + "/js/main.js\":\"sha256-" + hash + "\""), worker);
  }

  @Test
  void eachFileOfThePageMakesAVersionAndNoOther() {
    String before = folder(of(PAGE));
    assertEquals(before, folder(with("login.html", "<form action>")));
    assertEquals(before, folder(with("css/login.css", "")));
    for (String path : Set.of("css/page.css", "js/main.js", "i18n/de.js", "img/icon.svg")) {
      assertNotEquals(before, folder(with(path, "other")), path);
    }
    assertNotEquals(before, folder(with("sw.js", "keep();")));
    assertNotEquals(
        before, folder(with("index.html", PAGE.getOrDefault("index.html", "") + "<p>")));
  }

  @Test
  void whatIsLinkedHasToBeThere() {
    assertThrows(
        IllegalArgumentException.class,
        () -> with("index.html", "<script src=\"js/gone.js\"></script>"));
  }
}
