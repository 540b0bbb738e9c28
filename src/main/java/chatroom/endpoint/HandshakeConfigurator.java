package chatroom.endpoint;

import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * Hands the {@link Handshake} on to the connection, and negotiates no extension unless told to.
 *
 * <p>Thread safety: without state.
 */
public final class HandshakeConfigurator extends ServerEndpointConfig.Configurator {
  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    return Handshake.current().gate().compression()
        ? super.getNegotiatedExtensions(installed, requested)
        : List.of();
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    Handshake.current().attach(config);
  }
}
