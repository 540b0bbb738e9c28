package chatroom.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client says in the handshake.
 *
 * <p>Thread safety: for one thread.
 */
public final class Handshake {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ?.*");
  private static final Pattern SUBPROTOCOL =
      Pattern.compile(
          "^sec-websocket-protocol: *(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final URI address;
  private final List<String> headers = new ArrayList<>();
  private boolean narrow;

  Handshake(URI address) {
    this.address = address;
  }

  /** Adds a header. */
  public Handshake header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  /** Comes from a page of this origin. */
  public Handshake origin(String origin) {
    return header("Origin", origin);
  }

  /** Offers subprotocols. */
  public Handshake subprotocols(String... offered) {
    return header("Sec-WebSocket-Protocol", String.join(", ", offered));
  }

  /** Has a receive buffer that is soon full. */
  public Handshake narrow() {
    narrow = true;
    return this;
  }

  /** The connected client; fails if the handshake is refused. */
  public TestClient connect() {
    RawSocket socket = narrow ? RawSocket.openNarrow(address) : RawSocket.open(address);
    String head = socket.handshake(headers.toArray(String[]::new));
    int status = status(head);
    if (status != 101) {
      socket.close();
      throw new Refused(status);
    }
    Matcher subprotocol = SUBPROTOCOL.matcher(head);
    return new TestClient(
        socket.patient(), subprotocol.find() ? subprotocol.group(1) : "", watch());
  }

  /** The other socket's texts are no protocol. */
  private ProtocolWatch watch() {
    return new ProtocolWatch(address.getPath().endsWith("/ws"));
  }

  /** The HTTP status that the handshake is answered with: 101 if it succeeds. */
  public int status() {
    try (RawSocket socket = RawSocket.open(address)) {
      return status(socket.handshake(headers.toArray(String[]::new)));
    }
  }

  private static int status(String head) {
    Matcher line = STATUS.matcher(head.lines().findFirst().orElse(""));
    if (!line.matches()) {
      throw new AssertionError(head);
    }
    return Integer.parseInt(line.group(1));
  }
}
