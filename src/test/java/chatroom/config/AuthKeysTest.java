package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.config.AuthSettings.Auth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of who may come. */
final class AuthKeysTest {
  private static String faultsOf(Map<String, String> settings) {
    return String.valueOf(
        assertThrows(ConfigException.class, () -> Configs.of(settings)).getMessage());
  }

  @Test
  void whatIsSaidIsInForce() {
    AuthSettings auth =
        Configs.of(
                Map.of(
                    "auth", "container",
                    "trusted-proxies", "10.0.0.1",
                    "auth-header", "X-Forwarded-User",
                    "auth-header-roles", "X_Forwarded_Groups"))
            .auth();

    assertEquals(Auth.CONTAINER, auth.auth());
    assertTrue(auth.container());
    assertFalse(auth.required());
    assertEquals(Optional.of("X-Forwarded-User"), auth.header());
    assertEquals(Optional.of("X_Forwarded_Groups"), auth.rolesHeader());
    assertTrue(Configs.of(Map.of("auth", "required")).auth().required());
    assertEquals(Auth.OPEN, Configs.of(Map.of()).auth().auth());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Open", "closed", "true", "required,container"})
  void authIsOneOfThree(String text) {
    assertTrue(faultsOf(Map.of("auth", text)).endsWith("open, required or container is needed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X User", "X-User:", "-", "\u00fcser", "X-User, X-Other"})
  void aHeaderHasAName(String text) {
    String faults = faultsOf(Map.of("auth-header", text, "trusted-proxies", "10.0.0.1"));

    assertTrue(faults.endsWith("the name of a header like X-Remote-User is needed"), faults);
  }

  @Test
  void aHeaderThatAnybodyCouldSendIsRefused() {
    assertTrue(
        faultsOf(Map.of("auth-header", "X-Remote-User"))
            .endsWith("trusted-proxies is needed, too: anybody could send such a header"));
  }

  @Test
  void rolesAreOfSomebody() {
    assertTrue(
        faultsOf(Map.of("auth-header-roles", "X-Roles", "trusted-proxies", "10.0.0.1"))
            .endsWith("auth-header is needed, too"));
  }
}
