package chatroom.endpoint;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel;
import chatroom.delivery.Parcel.Form;
import chatroom.delivery.Transport;
import chatroom.wire.Frame;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a WebSocket session.
 *
 * <p>Thread safety: as {@link Transport} says; whoever sends sees to it that sends do not overlap.
 */
final class WebSocketTransport implements Transport {
  private static final Logger log = LoggerFactory.getLogger(WebSocketTransport.class);

  /**
   * Tomcat's bound on what is waited for: a room's messages, pings and closing; in milliseconds. It
   * closes the connection then.
   */
  private static final String BLOCKING_SEND_TIMEOUT =
      "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final Long BLOCKING_SEND_MILLIS = 10_000L;

  /**
   * Tomcat's bound on the close frame when it or we end a connection for a fault; in milliseconds.
   * Its own 50 pass in one pause of a busy machine, and then the peer is not told why.
   */
  private static final String CLOSE_FRAME_TIMEOUT =
      "org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT";

  private static final Long CLOSE_FRAME_MILLIS = 1_000L;

  /** For a peer that takes nothing any more, it is not worth a thread's time. */
  private static final Long DEAF_CLOSE_FRAME_MILLIS = 50L;

  private static final String QUEUEING_CONTAINER = "org.glassfish.tyrus.";

  private final Session session;

  WebSocketTransport(Session session) {
    this.session = session;
    session.getUserProperties().put(BLOCKING_SEND_TIMEOUT, BLOCKING_SEND_MILLIS);
    session.getUserProperties().put(CLOSE_FRAME_TIMEOUT, CLOSE_FRAME_MILLIS);
  }

  /** Payara's WebSocket completes a send that it has only queued, up to some megabytes of them. */
  @Override
  public boolean completesWhenSent() {
    return !session.getClass().getName().startsWith(QUEUEING_CONTAINER);
  }

  @Override
  public void send(Parcel parcel, Completion completion) {
    SendHandler sent =
        result -> {
          if (result.isOK()) {
            completion.done(null);
          } else {
            failed(result.getException(), completion);
          }
        };
    try {
      RemoteEndpoint.Async peer = session.getAsyncRemote();
      if (parcel.form() == Form.BINARY) {
        peer.sendBinary(parcel.utf8(), sent);
      } else {
        peer.sendText(parcel.text(), sent);
      }
    } catch (RuntimeException e) {
      // The session was closed before the container took the message.
      failed(e, completion);
    }
  }

  private void failed(@Nullable Throwable named, Completion completion) {
    if (isFailure(named)) {
      completion.done(named == null ? new IOException("send failed") : named);
    }
  }

  /**
   * Whether a send failed other than because the session is closed or is being closed, when Tomcat
   * still calls it open and refuses the send as illegal, or breaks off the one under way as at the
   * end of a file: the container then says next why it is, perhaps that the peer left in peace or
   * what the peer did wrong, and that is the reason that counts.
   */
  private boolean isFailure(@Nullable Throwable named) {
    return session.isOpen()
        && !(named instanceof IllegalStateException)
        && !(named instanceof EOFException);
  }

  @Override
  public boolean sendAndWait(Parcel parcel) throws IOException {
    try {
      RemoteEndpoint.Basic peer = session.getBasicRemote();
      if (parcel.form() == Form.BINARY) {
        peer.sendBinary(parcel.utf8());
      } else if (parcel.form() == Form.TEXT || parcel.frames().size() == 1) {
        peer.sendText(parcel.text());
      } else {
        sendTogether(parcel.frames(), peer);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      if (isFailure(e)) {
        throw e;
      }
      return false;
    }
  }

  /** Several messages; Tomcat puts them into one write, Payara does not. */
  private static void sendTogether(List<Frame> frames, RemoteEndpoint.Basic peer)
      throws IOException {
    peer.setBatchingAllowed(true);
    for (Frame frame : frames) {
      peer.sendText(frame.text());
    }
    peer.setBatchingAllowed(false); // Sends what it has gathered.
  }

  @Override
  public void ping(long mark) throws IOException {
    session.getAsyncRemote().sendPing(ByteBuffer.allocate(Long.BYTES).putLong(mark).flip());
  }

  @Override
  public void close(Disconnect why) {
    try {
      if (why.isDeaf()) {
        session.getUserProperties().put(CLOSE_FRAME_TIMEOUT, DEAF_CLOSE_FRAME_MILLIS);
      }
      session.close(new CloseReason(CloseCodes.getCloseCode(why.closeCode()), why.reason()));
    } catch (IOException | RuntimeException e) {
      // The connection broke before the close frame was out: it is as closed as it can be.
      log.debug("A connection broke while it was closed ({})", why.reason(), e);
    }
  }
}
