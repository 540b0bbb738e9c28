package chatroom.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel;
import chatroom.wire.Frame;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a container says of a send, which no real one says when it is wanted. */
final class WebSocketTransportTest {
  private static final String CLOSE_FRAME_TIMEOUT =
      "org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT";

  private final Map<String, Object> properties = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private Throwable failure = new IOException("broken pipe");

  private final RemoteEndpoint.Async peer =
      play(
          RemoteEndpoint.Async.class,
          (self, method, arguments) -> {
            ((SendHandler) arguments[1]).onResult(new SendResult(failure));
            return null;
          });

  private final Session session =
      play(
          Session.class,
          (self, method, arguments) ->
              switch (method.getName()) {
                case "getUserProperties" -> properties;
                case "getAsyncRemote" -> peer;
                case "isOpen" -> true;
                default -> null;
              });

  private final WebSocketTransport transport = new WebSocketTransport(session);

  @Test
  void aSendThatFailsIsToldOf() {
    send();
    assertEquals(List.of("broken pipe"), told);
  }

  /** Tomcat breaks it off so when it is about to close for a fault of the peer. */
  @Test
  void aSendThatTheContainerBreaksOffIsNoReasonToCloseBeforeItSaysItsOwn() {
    failure = new EOFException();
    send();
    assertEquals(List.of(), told);
  }

  @Test
  void whoListensIsToldWhyItIsOverAlsoByABusyMachine() {
    transport.close(Disconnect.EXPELLED);
    assertEquals(1_000L, properties.get(CLOSE_FRAME_TIMEOUT));
  }

  @Test
  void whoTakesNothingHoldsNoThread() {
    transport.close(Disconnect.SLOW_CONSUMER);
    assertEquals(50L, properties.get(CLOSE_FRAME_TIMEOUT));
  }

  private void send() {
    transport.send(new Parcel(List.of(Frame.of("{}")), Parcel.Form.TEXT), this::tell);
  }

  private void tell(@Nullable Throwable named) {
    told.add(named == null ? "sent" : String.valueOf(named.getMessage()));
  }

  private static <T> T play(Class<T> role, InvocationHandler lines) {
    return role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, lines));
  }
}
