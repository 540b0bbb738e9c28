package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowedOriginsTest {
  private static AllowedOrigins origins(String text) {
    return Configs.of(Map.of("allowed-origins", text)).allowedOrigins();
  }

  @Test
  void byDefaultNoOtherOriginIsAllowed() {
    assertFalse(Configs.of(Map.of()).allowedOrigins().allows("https://example.org"));
  }

  @Test
  void aStarAllowsEveryOrigin() {
    assertTrue(origins("*").allows("https://example.org"));
    assertTrue(origins("*").allows("null"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, true",
    "https://example.org:443, true",
    "HTTPS://EXAMPLE.org, true",
    "http://example.org, false",
    "https://example.org:8443, false",
    "https://example.org.evil.test, false",
    "https://example.org/, false",
    "http://intra:8080, true",
    "http://intra, false",
    "http://[::1]:8080, true",
    "capacitor://localhost, true",
    "null, false",
    "'', false",
    "not an origin, false",
  })
  void anOriginIsAllowedIfSchemeHostAndPortAreListed(String origin, boolean allowed) {
    AllowedOrigins list =
        origins(
            "https://Example.org:443, http://intra:8080,http://[::1]:8080,capacitor://localhost");

    assertEquals(allowed, list.allows(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "https://",
        "https://example.org/",
        "https://example.org/chat",
        "https://user@example.org",
        "https://example.org?x",
        "https://example.org:",
        "https://*.org",
        "https://münchen.example",
        "https://a.org,",
        ",",
        "https://a.org,*",
        "null",
        "http://a b"
      })
  void whatIsNoOriginIsRefused(String text) {
    assertThrows(ConfigException.class, () -> origins(text));
  }
}
