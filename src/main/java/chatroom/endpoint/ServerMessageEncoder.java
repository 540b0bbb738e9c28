package chatroom.endpoint;

import chatroom.delivery.FrameEncoder;
import chatroom.wire.Frame;
import chatroom.wire.ServerMessage;
import chatroom.wire.WireCodec;
import jakarta.websocket.Encoder;
import jakarta.websocket.EndpointConfig;
import java.util.Optional;

/**
 * Turns what the server says into text; called once per event, however many clients hear it.
 *
 * <p>Thread safety: safe for use by any thread once it is initialised.
 */
public final class ServerMessageEncoder implements Encoder.Text<ServerMessage>, FrameEncoder {
  private Optional<WireCodec> codec;

  /**
   * For containers, which make one with each connection and then {@linkplain #init initialise} it.
   */
  public ServerMessageEncoder() {
    this.codec = Optional.empty();
  }

  /** For the application, which has one for all. */
  public ServerMessageEncoder(WireCodec codec) {
    this.codec = Optional.of(codec);
  }

  @Override
  public void init(EndpointConfig config) {
    codec = Optional.of(Handshake.of(config.getUserProperties()).gate().codec());
  }

  @Override
  public String encode(ServerMessage message) {
    return codec.orElseThrow().encode(message);
  }

  @Override
  public Frame frame(ServerMessage message) {
    return Frame.of(encode(message));
  }
}
