package chatroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One client of the chat that behaves: what it waits for comes within a bound or fails the test,
 * and so does a frame that the protocol's document does not describe.
 *
 * <p>Not the JDK's client: of a message larger than its buffer that one now and then (once in some
 * thousand connections on a loaded machine) hands out the beginning and never the rest.
 *
 * <p>Thread safety: one thread sends and takes; the inbox's own thread reads.
 */
public final class TestClient implements AutoCloseable {
  /** The close code of a connection that ended without a close frame. */
  public static final int BROKEN = 1006;

  private static final byte[] NORMAL_CLOSURE = {1000 >> 8, (byte) 1000};

  private final RawSocket socket;
  private final Inbox inbox;
  private final String subprotocol;
  private final ProtocolWatch watch;
  private long id;
  private String name = "";
  private String token = "";
  private int asked;

  TestClient(RawSocket socket, String subprotocol, ProtocolWatch watch) {
    this.socket = socket;
    this.subprotocol = subprotocol;
    this.watch = watch;
    this.inbox = new Inbox(socket, subprotocol.equals("chat.v1"), watch);
  }

  /** A connected client that has not yet taken its greeting. */
  public static TestClient connect(ChatServer server) {
    return to(server.ws()).connect();
  }

  /** A client that has been greeted. */
  public static TestClient join(ChatServer server) {
    return connect(server).greeted();
  }

  /** A client of {@code chat.v1} that has not yet said hello. */
  public static TestClient silent(ChatServer server) {
    return to(server.ws()).subprotocols("chat.v1").connect();
  }

  /** A handshake to be made. */
  public static Handshake to(URI address) {
    return new Handshake(address);
  }

  /** Takes the greeting; fails unless it is welcome, users, history. */
  public TestClient greeted() {
    welcomed();
    expect("users");
    expect("history");
    return this;
  }

  /** Says hello with these fields, and takes the welcome. */
  public TestClient hello(@Nullable Object... fields) {
    send("hello", fields);
    return welcomed();
  }

  private TestClient welcomed() {
    JsonObject welcome = content(expect("welcome"));
    id = welcome.getJsonNumber("user_id").longValueExact();
    name = welcome.getString("user_name");
    token = welcome.getString("resume_token", "");
    return this;
  }

  /** What the welcome gave to be known by on return; empty for a plain client. */
  public String token() {
    return token;
  }

  /** The user id that the welcome gave. */
  public long id() {
    return id;
  }

  /** The name that this client has. */
  public String name() {
    return name;
  }

  /** Sends a text frame as it is. */
  public void sendText(String frame) {
    sendFragments(frame);
  }

  /** Sends one message in as many frames. */
  public void sendFragments(String... fragments) {
    watch.sent(String.join("", fragments));
    for (int i = 0; i < fragments.length; i++) {
      int opcode = i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION;
      send(opcode, i == fragments.length - 1, fragments[i].getBytes(UTF_8));
    }
  }

  /** Sends a binary frame. */
  public void sendBinary(byte[] bytes) {
    send(RawSocket.BINARY, true, bytes);
  }

  private void send(int opcode, boolean last, byte[] payload) {
    try {
      socket.send(opcode, last, payload);
    } catch (UncheckedIOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends an object of the type with these fields: name, value, name, value. */
  public void send(String type, @Nullable Object... fields) {
    sendText(frame(type, fields).toString());
  }

  /** An object of the type with these fields. */
  public static JsonObject frame(String type, @Nullable Object... fields) {
    JsonObjectBuilder object = Json.createObjectBuilder().add("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      object.add(String.valueOf(fields[i]), value(fields[i + 1]));
    }
    return object.build();
  }

  private static JsonValue value(@Nullable Object value) {
    if (value == null) {
      return JsonValue.NULL;
    } else if (value instanceof JsonValue json) {
      return json;
    } else if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    } else if (value instanceof Number number) {
      return Json.createValue(number.longValue());
    }
    return Json.createValue(value.toString());
  }

  /** Says something to everybody. */
  public void say(String content) {
    send("message", "content", content);
  }

  /** Takes another name, and its confirmation. */
  public void rename(String wanted) {
    send("set_name", "name", wanted);
    name = content(expect("name_changed")).getString("new_name");
  }

  /** The next frame as text. */
  public String takeText() {
    String frame = inbox.take();
    watch.verify();
    return frame;
  }

  /** The next frame, but for {@code rooms_changed}: whatever room is made by anybody brings it. */
  public JsonObject take() {
    JsonObject frame = parse(takeText());
    return frame.getString("type", "").equals("rooms_changed") ? take() : frame;
  }

  /** The next frame, which must be of the type. */
  public JsonObject expect(String type) {
    JsonObject frame = take();
    if (!type.equals(frame.getString("type", null))) {
      throw new AssertionError("Expected " + type + " but got " + frame);
    }
    return frame;
  }

  /** The next frame, which must be an error with the code; its content. */
  public JsonObject expectError(String code) {
    JsonObject error = content(expect("error"));
    if (!code.equals(error.getString("code", null))) {
      throw new AssertionError("Expected " + code + " but got " + error);
    }
    return error;
  }

  /** The next frame of the type; what comes before it is skipped. */
  public JsonObject await(String type) {
    return await(type, any -> true);
  }

  /** The next frame of the type that is as wanted; what comes before it is skipped. */
  public JsonObject await(String type, Predicate<JsonObject> wanted) {
    long end = System.nanoTime() + Eventually.BOUND.toNanos();
    while (System.nanoTime() < end) {
      JsonObject frame = take();
      if (frame.getString("type").equals(type) && wanted.test(frame)) {
        return frame;
      }
    }
    throw new AssertionError("No " + type + " came");
  }

  /** Asks a question and returns its answer, which must come next. */
  public JsonObject ask(String type, String answer, @Nullable Object... fields) {
    send(type, fields);
    return expect(answer);
  }

  /** Proves by a ping and its pong that nothing has come. */
  public void expectNothing() {
    List<JsonObject> before = untilNow();
    if (!before.isEmpty()) {
      throw new AssertionError("Expected nothing but got " + before);
    }
  }

  /** All that has come until the server answers a ping that is sent now. */
  public List<JsonObject> untilNow() {
    String ref = "until-now-" + asked++;
    send("ping", "ref", ref);
    List<JsonObject> before = new ArrayList<>();
    while (true) {
      JsonObject frame = take();
      if (frame.getString("type").equals("pong") && frame.getString("ref", "").equals(ref)) {
        return before;
      }
      before.add(frame);
    }
  }

  /** How many ping frames the server has sent. */
  public int pings() {
    return inbox.pings();
  }

  /** How many messages of the WebSocket have come: for chat.v1, each may have held many frames. */
  public int messages() {
    return inbox.messages();
  }

  /** How many frames wait to be taken. */
  public int waiting() {
    return inbox.waiting();
  }

  /** Whether the connection is still there, as far as is known. */
  public boolean isOpen() {
    return !inbox.isClosed();
  }

  /** The code that the server closed with; waits for it. */
  public int closeCode() {
    return inbox.closeCode();
  }

  /** The subprotocol that the server selected, or an empty string. */
  public String subprotocol() {
    return subprotocol;
  }

  /** Reads nothing more until {@link #resumeReading()}. */
  public void stopReading() {
    inbox.pause();
  }

  /** Reads on. */
  public void resumeReading() {
    inbox.resume();
  }

  /** Cuts the connection without a close frame. */
  public void abort() {
    inbox.over(BROKEN);
  }

  /** Leaves as a client should, and returns once the server has said goodbye too. */
  public void leave() {
    if (isOpen()) {
      try {
        inbox.sayGoodbye(NORMAL_CLOSURE);
      } catch (UncheckedIOException e) {
        throw new AssertionError(e);
      }
      resumeReading();
      closeCode();
    }
  }

  /** Leaves if it is still there, and lets go of the connection in any case. */
  @Override
  public void close() {
    try {
      leave();
    } finally {
      abort();
    }
    verify();
  }

  /** Fails if a frame has come, or was sent, that the protocol's document does not describe. */
  void verify() {
    watch.verify();
  }

  /** A frame's content, which must be an object. */
  public static JsonObject content(JsonObject frame) {
    return frame.getJsonObject("content");
  }

  /** A frame's content, which must be an array of objects. */
  public static List<JsonObject> list(JsonObject frame) {
    JsonArray array = frame.getJsonArray("content");
    return array.getValuesAs(JsonObject.class);
  }

  /** The object that a frame holds; fails unless it is exactly one. */
  public static JsonObject parse(String frame) {
    try (JsonReader reader = Json.createReader(new StringReader(frame))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new AssertionError("Not an object: " + frame, e);
    }
  }
}
