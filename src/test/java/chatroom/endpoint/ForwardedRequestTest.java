package chatroom.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedRequestTest {
  private static final String PROXY = "10.0.0.1";

  /** Trusted are two proxies of IPv4 and one of IPv6. */
  private static boolean isTrusted(InetAddress address) {
    return Set.of(PROXY, "10.0.0.2", "2001:db8:0:0:0:0:0:1").contains(address.getHostAddress());
  }

  private static ForwardedRequest request(String peer, Map<String, List<String>> headers) {
    return new ForwardedRequest(Requests.from(peer, headers), ForwardedRequestTest::isTrusted);
  }

  private static String address(String peer, String... forwardedFor) {
    return request(peer, Map.of("X-Forwarded-For", List.of(forwardedFor)))
        .address()
        .getHostAddress();
  }

  @Test
  void withoutProxiesTheClientIsThePeer() {
    assertEquals("192.0.2.1", address("192.0.2.1"));
    assertEquals("10.0.0.1", address(PROXY));
  }

  @Test
  void whatAStrangerSaysOfOthersIsNotBelieved() {
    assertEquals("192.0.2.1", address("192.0.2.1", "198.51.100.7"));
    assertEquals("192.0.2.1", address("192.0.2.1", "10.0.0.2"));
  }

  @ParameterizedTest
  @CsvSource({
    // what the proxies wrote, nearest last; the client
    "198.51.100.7, 198.51.100.7",
    "'198.51.100.7, 10.0.0.2', 198.51.100.7",
    "'198.51.100.7,10.0.0.2,10.0.0.2', 198.51.100.7",
    "'1.1.1.1, 198.51.100.7', 198.51.100.7",
    "'1.1.1.1, 198.51.100.7, 10.0.0.2', 198.51.100.7",
    "'10.0.0.2, 198.51.100.7', 198.51.100.7",
    "'10.0.0.2', 10.0.0.2",
    "198.51.100.7:54321, 198.51.100.7",
    "2001:db8::7, 2001:db8:0:0:0:0:0:7",
    "[2001:db8::7], 2001:db8:0:0:0:0:0:7",
    "[2001:db8::7]:443, 2001:db8:0:0:0:0:0:7",
    "'198.51.100.7, 2001:db8::1', 198.51.100.7",
    "'198.51.100.7, [2001:db8::1]:9000', 198.51.100.7",
    "::ffff:198.51.100.7, 198.51.100.7",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
  })
  void whatTrustedProxiesSayIsBelievedUpToTheFirstStranger(String forwarded, String client) {
    assertEquals(client, address(PROXY, forwarded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "unknown",
        "localhost",
        "chat.example",
        "_hidden",
        "1.2.3",
        "1.2.3.4.5",
        "1234",
        "0x7f000001",
        "256.1.1.1",
        "999.999.999.999",
        ":",
        ":::",
        "1:2",
        ".:1",
        "[::1",
        "::1]",
        "[]",
        "[chat.example]",
        "1.2.3.4:x",
        "<script>",
        "198.51.100.7 10.0.0.2"
      })
  void whereRubbishBeginsTheProxyBeforeItIsTheClient(String rubbish) {
    assertEquals(PROXY, address(PROXY, rubbish));
    assertEquals("10.0.0.2", address(PROXY, "198.51.100.7," + rubbish + ",10.0.0.2"));
  }

  @Test
  void aHeaderThatComesMoreThanOnceIsReadAsOne() {
    assertEquals("198.51.100.7", address(PROXY, "1.1.1.1, 198.51.100.7", "10.0.0.2"));
  }

  @Test
  void aPeerWithoutAnAddressIsThisMachine() {
    assertEquals(InetAddress.getLoopbackAddress().getHostAddress(), address("unix:/run/chat.sock"));
  }

  @ParameterizedTest
  @CsvSource({
    // peer, Host, X-Forwarded-Host, the host
    "192.0.2.1, chat.example:8080, , chat.example:8080",
    "192.0.2.1, chat.example, evil.example, chat.example",
    "10.0.0.1, inside:8080, chat.example, chat.example",
    "10.0.0.1, inside:8080, 'evil.example, chat.example:444', chat.example:444",
    "10.0.0.1, inside:8080, , inside:8080",
  })
  void theHostIsTheOneThatATrustedProxyNamesOrElseThatOfTheRequest(
      String peer, String host, String forwardedHost, String expected) {
    Map<String, List<String>> headers =
        forwardedHost == null
            ? Map.of("Host", List.of(host))
            : Map.of("Host", List.of(host), "X-Forwarded-Host", List.of(forwardedHost));

    assertEquals(Optional.of(expected), request(peer, headers).host());
  }

  @Test
  void aRequestWithoutAHostHasNone() {
    assertEquals(Optional.empty(), request("192.0.2.1", Map.of()).host());
  }
}
