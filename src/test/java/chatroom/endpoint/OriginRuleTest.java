package chatroom.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRuleTest {
  private final OriginRule rule = new OriginRule("https://friend.example"::equals);

  @ParameterizedTest
  @CsvSource({
    // origin, host, admitted
    "http://chat.example, chat.example, true",
    "https://chat.example, chat.example, true",
    "http://chat.example:8080, chat.example:8080, true",
    "https://chat.example, chat.example:443, true",
    "http://chat.example:80, chat.example, true",
    "http://CHAT.example, chat.Example, true",
    "http://[2001:db8::1]:8080, [2001:db8::1]:8080, true",
    "http://[2001:db8::1], [2001:db8::1]:80, true",
    "https://friend.example, chat.example, true",
    "http://friend.example, chat.example, false",
    "https://friend.example:8443, chat.example, false",
    "http://evil.example, chat.example, false",
    "http://chat.example:8080, chat.example, false",
    "http://chat.example, chat.example:8080, false",
    "http://chat.example:8081, chat.example:8080, false",
    "http://chat.example.evil.example, chat.example, false",
    "http://evilchat.example, chat.example, false",
    "http://chat.example@evil.example, chat.example, false",
    "http://evil.example/chat.example, chat.example, false",
    "http://chat.example/, chat.example, false",
    "http://chat.example?, chat.example, false",
    "ftp://chat.example, chat.example, false",
    "chat.example, chat.example, false",
    "null, chat.example, false",
    "file://, chat.example, false",
    "'', chat.example, false",
    "'', '', false",
    "http://, '', false",
    "' http://chat.example', chat.example, false",
  })
  void aPageMayConnectIfItIsOursOrAFriends(String origin, String host, boolean admitted) {
    assertEquals(admitted, rule.admits(origin, Optional.of(host)));
  }

  @Test
  void whereNoHostIsKnownOnlyFriendsMayConnect() {
    assertTrue(rule.admits("https://friend.example", Optional.empty()));
    assertFalse(rule.admits("http://chat.example", Optional.empty()));
  }
}
