package chatroom.bench;

import jakarta.websocket.CloseReason;
import jakarta.websocket.EncodeException;
import jakarta.websocket.Encoder;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A chat room as one writes it first: who has said something sends it to each in turn, and has it
 * encoded for each. It is what the chat's fan-out is compared with.
 *
 * <p>Who connects to the same address, query included, is in one room.
 *
 * <p>Thread safety: the container's; a room is guarded by itself.
 */
public final class NaiveEndpoint extends Endpoint {
  private static final Map<String, Set<Session>> ROOMS = new ConcurrentHashMap<>();
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** Runs once for each of whom the message is sent to. */
  public static final class JsonEncoder implements Encoder.Text<Envelope> {
    @Override
    public String encode(Envelope message) {
      return message.json();
    }
  }

  private static Set<Session> room(Session session) {
    return ROOMS.computeIfAbsent(
        session.getRequestURI().toString(), address -> new LinkedHashSet<>());
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    Set<Session> room = room(session);
    int author = IDS.incrementAndGet();
    synchronized (room) {
      room.add(session);
    }
    session.addMessageHandler(
        String.class,
        (MessageHandler.Whole<String>)
            said -> say(room, session, Envelope.of(said, author, NUMBERS.incrementAndGet())));
  }

  private static void say(Set<Session> room, Session author, Envelope message) {
    synchronized (room) {
      for (Session each : room) {
        try {
          if (each != author && each.isOpen()) {
            each.getBasicRemote().sendObject(message);
          }
        } catch (IOException | EncodeException e) {
          // Its end is told by itself.
        }
      }
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Set<Session> room = room(session);
    synchronized (room) {
      room.remove(session);
    }
  }

  @Override
  public void onError(Session session, Throwable thrown) {
    // Its end is told by itself.
  }
}
