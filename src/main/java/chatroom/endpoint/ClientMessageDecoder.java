package chatroom.endpoint;

import chatroom.wire.ClientMessage;
import chatroom.wire.Malformed;
import chatroom.wire.WireCodec;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import jakarta.websocket.EndpointConfig;
import java.util.Optional;

/**
 * Turns a client's text into what it says.
 *
 * <p>The endpoint takes texts in parts and calls this when one is whole: a container that assembled
 * them would keep a buffer for the largest one with every idle connection.
 *
 * <p>Thread safety: safe for use by any thread once it is initialised.
 */
public final class ClientMessageDecoder implements Decoder.Text<ClientMessage> {
  private Optional<WireCodec> codec;

  /**
   * For containers, which make one with each connection and then {@linkplain #init initialise} it.
   */
  public ClientMessageDecoder() {
    this.codec = Optional.empty();
  }

  ClientMessageDecoder(WireCodec codec) {
    this.codec = Optional.of(codec);
  }

  /** A text that says nothing. */
  static final class Undecodable extends DecodeException {
    private static final long serialVersionUID = 1L;

    private final Malformed malformed;

    /** Does not quote the text: it must not reach a log. */
    Undecodable(Malformed malformed) {
      super("", "malformed message", malformed);
      this.malformed = malformed;
    }

    /** What is wrong with it. */
    Malformed malformed() {
      return malformed;
    }
  }

  @Override
  public void init(EndpointConfig config) {
    codec = Optional.of(Handshake.of(config.getUserProperties()).gate().codec());
  }

  @Override
  public ClientMessage decode(String text) throws Undecodable {
    try {
      return codec.orElseThrow().decode(text);
    } catch (Malformed e) {
      throw new Undecodable(e);
    }
  }

  @Override
  public boolean willDecode(String text) {
    return true;
  }
}
