package chatroom.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.conversation.Login;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a proxy says of who a request is from, in a header. Only the very peer of the connection is
 * listened to, and only if it is trusted; one that says it twice says nothing.
 *
 * <p>Thread safety: immutable.
 *
 * @param name the header that names the user
 * @param roles the header that names the user's roles, by commas
 * @param trustedProxy whose word is taken
 */
public record TrustedHeader(
    Optional<String> name, Optional<String> roles, Predicate<InetAddress> trustedProxy) {

  /** Who the request is from; empty if no trusted proxy says so. */
  Optional<Login> login(HttpServletRequest request) {
    if (name.isEmpty() || !new ForwardedRequest(request, trustedProxy).isProxied()) {
      return Optional.empty();
    }
    List<String> said = Collections.list(request.getHeaders(name.get()));
    String user = said.size() == 1 ? text(said.get(0)).strip() : "";
    if (user.isEmpty()) {
      return Optional.empty();
    }
    Set<String> roles = roles(request);
    return Optional.of(
        Login.of(user, roles.contains(RequestLogin.ADMIN), roles.contains(RequestLogin.MODERATOR)));
  }

  private Set<String> roles(HttpServletRequest request) {
    return roles.stream()
        .flatMap(header -> Collections.list(request.getHeaders(header)).stream())
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  /** Containers read headers as Latin-1, proxies write UTF-8. */
  private static String text(String header) {
    boolean latin = Stream.of(header).flatMapToInt(String::chars).allMatch(c -> c <= 0xFF);
    try {
      return latin
          ? UTF_8.newDecoder().decode(ByteBuffer.wrap(header.getBytes(ISO_8859_1))).toString()
          : header;
    } catch (CharacterCodingException notUtf8) {
      return header;
    }
  }
}
