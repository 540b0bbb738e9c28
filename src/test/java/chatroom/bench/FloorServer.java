package chatroom.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The least that a room can cost in Java: one thread, no rules, each message framed once, and one
 * write for each who gets it. If it is to join, one write for all that was said in one turn.
 *
 * <p>Who connects to the same address, query included, is in one room.
 *
 * <p>Thread safety: one thread.
 */
final class FloorServer {
  /** The argument that has it join. */
  static final String JOIN = "join";

  private static final int BACKLOG = 4096;

  private final Selector selector = Selector.open();
  private final boolean joins;
  private final Map<String, Set<FloorPeer>> rooms = new LinkedHashMap<>();
  private final Map<String, List<Said>> turn = new LinkedHashMap<>();
  private int peers;
  private int messages;

  /** Somebody said something; nobody hears their own. */
  private record Said(FloorPeer author, String text) {}

  private FloorServer(boolean joins) throws IOException {
    this.joins = joins;
  }

  /**
   * Serves until its input ends.
   *
   * @param args {@link #JOIN} or nothing
   */
  public static void main(String[] args) throws IOException {
    FloorServer server = new FloorServer(args.length > 0 && args[0].equals(JOIN));
    ServerSocketChannel listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listening.configureBlocking(false);
    listening.register(server.selector, SelectionKey.OP_ACCEPT);
    Thread thread = new Thread(server::run, "floor");
    thread.setDaemon(true);
    thread.start();
    ChildMain.serve(listening.socket().getLocalPort());
  }

  private void run() {
    try {
      while (true) {
        selector.select(this::serve);
        deliver();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.attachment() instanceof FloorPeer peer) {
        peer.serve();
      } else {
        accept((ServerSocketChannel) key.channel());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocketChannel listening) throws IOException {
    for (SocketChannel next = listening.accept(); next != null; next = listening.accept()) {
      FloorPeer peer = new FloorPeer(next, ++peers, this);
      peer.register(selector);
    }
  }

  void entered(FloorPeer peer, String room) {
    rooms.computeIfAbsent(room, name -> new LinkedHashSet<>()).add(peer);
  }

  void left(FloorPeer peer, String room) {
    rooms.getOrDefault(room, Set.of()).remove(peer);
  }

  void said(FloorPeer author, String room, String text) {
    String shown = Envelope.of(text, author.number(), ++messages).json();
    turn.computeIfAbsent(room, name -> new ArrayList<>()).add(new Said(author, shown));
    if (!joins) {
      deliver();
    }
  }

  private void deliver() {
    turn.forEach(this::deliver);
    turn.clear();
  }

  private void deliver(String room, List<Said> all) {
    byte[] frame = frame(all);
    for (FloorPeer peer : List.copyOf(rooms.getOrDefault(room, Set.of()))) {
      if (all.stream().noneMatch(it -> it.author() == peer)) {
        peer.write(frame);
      } else {
        List<Said> others = all.stream().filter(it -> it.author() != peer).toList();
        if (!others.isEmpty()) {
          peer.write(frame(others));
        }
      }
    }
  }

  private static byte[] frame(Collection<Said> all) {
    return FloorPeer.frame(
        String.join("\n", all.stream().map(Said::text).toList()).getBytes(US_ASCII));
  }
}
