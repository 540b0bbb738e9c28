package chatroom.bench;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The least that a fan-out of plain frames can do in this container: a message is encoded once, and
 * what was said while the last ones were written leaves together. It has nothing of a chat, no
 * order of its own, no bound, and one who does not read holds all up.
 *
 * <p>Thread safety: the container's; a room has one thread that writes.
 */
public final class GatheringEndpoint extends Endpoint {
  private static final Map<String, Room> ROOMS = new ConcurrentHashMap<>();
  private static final AtomicInteger IDS = new AtomicInteger();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private record Said(Session author, String json) {}

  /** Who is there, and what they are to be told. */
  private record Room(Set<Session> members, BlockingQueue<Said> said) {
    static Room open() {
      Room room = new Room(ConcurrentHashMap.newKeySet(), new LinkedBlockingQueue<>());
      Thread writer = new Thread(room::write, "gathering");
      writer.setDaemon(true);
      writer.start();
      return room;
    }

    private void write() {
      List<Said> gathered = new ArrayList<>();
      try {
        while (true) {
          gathered.add(said.take());
          said.drainTo(gathered);
          members.forEach(each -> write(each, gathered));
          gathered.clear();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void write(Session to, List<Said> gathered) {
      try {
        RemoteEndpoint.Basic peer = to.getBasicRemote();
        peer.setBatchingAllowed(true);
        for (Said each : gathered) {
          if (each.author() != to) {
            peer.sendText(each.json());
          }
        }
        peer.setBatchingAllowed(false);
      } catch (IOException | IllegalStateException e) {
        // Its end is told by itself.
      }
    }
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    Room room = ROOMS.computeIfAbsent(session.getRequestURI().toString(), any -> Room.open());
    int author = IDS.incrementAndGet();
    room.members().add(session);
    session.addMessageHandler(
        String.class,
        (MessageHandler.Whole<String>)
            text -> {
              Envelope message = Envelope.of(text, author, NUMBERS.incrementAndGet());
              room.said().add(new Said(session, message.json()));
            });
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    ROOMS.values().forEach(room -> room.members().remove(session));
  }

  @Override
  public void onError(Session session, Throwable thrown) {
    // Its end is told by itself.
  }
}
