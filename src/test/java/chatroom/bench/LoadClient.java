package chatroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One connection: gets in, counts what it receives, and answers pings. It costs no thread, and no
 * memory beyond what has come of a frame that is not whole.
 *
 * <p>Thread safety: for its loop, but for {@link #in} and {@link #over}.
 *
 * <p>Failure: a connection that breaks is over, and says why.
 */
final class LoadClient implements ServerFrames.Ear {
  /** What clients of one loop have in common. */
  record Seat(
      Loop loop, URI url, Wording wording, MessageReader reader, Tally tally, Listener heard) {}

  /** Told what is not a message of the run. */
  interface Listener {
    /** An object in the greeting, or between the messages. */
    void other(String object);

    /** A message has reached everybody. */
    void complete();
  }

  private static final byte[] NOTHING = {};
  private static final byte[] GOING = {3, (byte) 0xE8};
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
  private static final int NARROW_BYTES = 4096;
  private static final SplittableRandom MASKS = new SplittableRandom();

  private final Seat seat;
  private final String room;
  private final int roomNumber;
  private final boolean stops;
  private final SplittableRandom masks = MASKS.split();
  private final CompletableFuture<Boolean> in = new CompletableFuture<>();
  private final CompletableFuture<String> over = new CompletableFuture<>();
  private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
  private final MessageReader.Sink counting = new Counting();
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private byte[] before = NOTHING;
  private byte[] parts = NOTHING;
  private Runnable whenSettled = () -> {};
  private boolean upgraded;
  private boolean present;
  private boolean ignoring;
  private long now;
  private long received;

  /**
   * @param stops whether it stops reading for good when it is in; its receive buffer is soon full
   */
  LoadClient(Seat seat, String room, int roomNumber, boolean stops) {
    this.seat = seat;
    this.room = room;
    this.roomNumber = roomNumber;
    this.stops = stops;
  }

  /**
   * Begins.
   *
   * @param settled run once, when it is in its room or never will be
   */
  void connect(Runnable settled) {
    whenSettled = settled;
    try {
      SocketChannel opened = SocketChannel.open();
      channel = opened;
      opened.configureBlocking(false);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (stops) {
        opened.setOption(StandardSocketOptions.SO_RCVBUF, NARROW_BYTES);
      }
      opened.connect(new InetSocketAddress(seat.url.getHost(), seat.url.getPort()));
      key = seat.loop.register(opened, SelectionKey.OP_CONNECT, this);
    } catch (IOException e) {
      end(e.toString());
    }
  }

  /** Is done when it is in its room, true, or will never be, false. */
  CompletableFuture<Boolean> in() {
    return in;
  }

  /** Is done when the connection is over, with the reason. */
  CompletableFuture<String> over() {
    return over;
  }

  Loop loop() {
    return seat.loop;
  }

  int roomNumber() {
    return roomNumber;
  }

  long received() {
    return received;
  }

  /** The channel can do something. */
  void serve(SelectionKey ready) {
    SocketChannel open = (SocketChannel) ready.channel();
    try {
      if (ready.isConnectable() && open.finishConnect()) {
        ready.interestOps(SelectionKey.OP_READ);
        write(ByteBuffer.wrap(seat.wording.request(seat.url, room)));
      }
      if (ready.isValid() && ready.isWritable()) {
        flush(open, ready);
      }
      if (ready.isValid() && ready.isReadable()) {
        read(open);
      }
    } catch (IOException | IllegalStateException e) {
      end(e.toString());
    }
  }

  private void read(SocketChannel open) throws IOException {
    int to = seat.loop.read(open, before);
    if (to == -1) {
      end("The server closed TCP");
      return;
    }
    now = System.nanoTime();
    seat.tally.read(to - before.length);
    byte[] bytes = seat.loop.bytes();
    int at = upgraded ? 0 : upgrade(bytes, to);
    if (upgraded) {
      at = ServerFrames.read(bytes, at, to, this);
    }
    before = at == to ? NOTHING : Arrays.copyOfRange(bytes, at, to);
  }

  /** Looks for the end of the answer's head; where the first frame begins. */
  private int upgrade(byte[] bytes, int to) {
    for (int end = HEAD_END.length; end <= to; end++) {
      if (Arrays.equals(bytes, end - HEAD_END.length, end, HEAD_END, 0, HEAD_END.length)) {
        String head = new String(bytes, 0, end, UTF_8);
        if (!head.startsWith("HTTP/1.1 101")) {
          throw new IllegalStateException(head.lines().findFirst().orElse(""));
        }
        upgraded = true;
        seat.wording.arrival(room).forEach(this::say);
        if (seat.wording.bare()) {
          enter();
        }
        return end;
      }
    }
    return 0;
  }

  private void enter() {
    present = true;
    settle(true);
    if (stops) {
      freeze();
    }
  }

  private void settle(boolean isIn) {
    if (in.complete(isIn)) {
      whenSettled.run();
    }
  }

  /** Sends a text. */
  void say(String text) {
    say(text.getBytes(UTF_8));
  }

  /** Sends a text. */
  void say(byte[] text) {
    write(ClientFrames.of(ClientFrames.TEXT, text, masks.nextInt()));
  }

  private void write(ByteBuffer frame) {
    if (key == null || channel == null || over.isDone()) {
      return;
    }
    unsent.add(frame);
    try {
      flush(channel, key);
    } catch (IOException e) {
      end(e.toString());
    }
  }

  private void flush(SocketChannel open, SelectionKey ready) throws IOException {
    for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
      open.write(next);
      if (next.hasRemaining()) {
        ready.interestOpsOr(SelectionKey.OP_WRITE);
        return;
      }
      unsent.remove();
    }
    ready.interestOpsAnd(~SelectionKey.OP_WRITE);
  }

  @Override
  public void part(byte[] from, int start, int end, boolean first, boolean last) {
    if (first && last) {
      whole(from, start, end);
      return;
    }
    int kept = first ? 0 : parts.length;
    parts = Arrays.copyOf(first ? NOTHING : parts, kept + end - start);
    System.arraycopy(from, start, parts, kept, end - start);
    if (last) {
      byte[] message = parts;
      parts = NOTHING;
      whole(message, 0, message.length);
    }
  }

  private void whole(byte[] from, int start, int end) {
    if (present) {
      seat.reader.read(from, start, end, counting);
    } else {
      new String(from, start, end - start, UTF_8).lines().forEach(this::greeted);
    }
  }

  private void greeted(String object) {
    seat.heard.other(object);
    if (!present && Wording.endsGreeting(object, room)) {
      enter();
    }
  }

  @Override
  public void ping(byte[] from, int start, int end) {
    byte[] payload = Arrays.copyOfRange(from, start, end);
    write(ClientFrames.of(ClientFrames.PONG, payload, masks.nextInt()));
  }

  @Override
  public void close(int code) {
    end("The server closed with " + code);
  }

  /** Reads nothing any more. */
  private void freeze() {
    if (key != null && key.isValid()) {
      key.interestOps(0);
    }
  }

  /** Reads again, and counts nothing. */
  void thaw() {
    ignoring = true;
    if (key != null && key.isValid()) {
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  /** Leaves in good order. */
  void leave() {
    write(ClientFrames.of(ClientFrames.CLOSE, GOING, masks.nextInt()));
    end("left");
  }

  private void end(String why) {
    over.complete(why);
    settle(false);
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It is over in any case.
    }
  }

  /** What has come between two messages matters only to those who are told of errors. */
  private final class Counting implements MessageReader.Sink {
    @Override
    public void message(int number, boolean first) {
      if (!ignoring) {
        received++;
        if (seat.tally.delivered(number, roomNumber, now, first)) {
          seat.heard.complete();
        }
      }
    }

    @Override
    public void other(byte[] from, int start, int end) {
      seat.heard.other(new String(from, start, end - start, UTF_8));
    }
  }
}
