package chatroom.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static String written(String text) throws IOException {
    StringWriter out = new StringWriter();
    Links.write(new Html(out), text);
    return out.toString().replace(" rel=\"nofollow noopener noreferrer\"", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://a.example/x. | see [https://a.example/x].",
        "(https://a.example/b_(c)) | ([https://a.example/b_(c)])",
        "看https://a.example/路 | 看[https://a.example/]路",
        "HTTP://a.example/?q=1,2! | [HTTP://a.example/?q=1,2]!",
        "https://a.example https://b.example | [https://a.example] [https://b.example]",
      })
  void anAddressOfTheWebIsALink(String text, String expected) throws IOException {
    String links = expected.replaceAll("\\[([^]]*)]", "<a href=\"$1\">$1</a>");
    assertEquals(links, written(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "https://",
        "https://bank.example@evil.example/",
        "//a.example",
      })
  void nothingElseIs(String text) throws IOException {
    assertEquals(text, written(text));
  }

  @Test
  void noAddressLeavesItsAttribute() throws IOException {
    assertEquals(
        "<a href=\"https://a.example/&#39;x\">https://a.example/&#39;x</a>&quot;onclick=&quot;x",
        written("https://a.example/'x\"onclick=\"x"));
  }

  @Test
  void aLongTextTakesNoLongTime() {
    String text = "https://a.example/" + "(".repeat(5_000) + "!".repeat(5_000);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> written(text));
  }
}
