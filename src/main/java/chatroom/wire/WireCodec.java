package chatroom.wire;

import chatroom.room.Code;
import chatroom.room.Rejection;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.spi.JsonProvider;

/**
 * Turns text into what clients say, and what the server says into text; owns the one {@link Jsonb}.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class WireCodec {
  private final ClientFormat format = new ClientFormat();
  private final JsonProvider json = JsonProvider.provider();
  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

  /**
   * What a client's text says.
   *
   * @param text one JSON object
   * @throws Malformed with {@link Code#INVALID_FORMAT}, {@link Code#UNKNOWN_TYPE} or {@link
   *     Code#UNSUPPORTED}, and with the {@code ref} of the object if it could be read
   */
  public ClientMessage decode(String text) throws Malformed {
    try {
      format.check(JsonOutline.of(text, json));
      return jsonb.fromJson(text, ClientMessage.class);
    } catch (Rejection e) {
      throw new Malformed(e);
    } catch (JsonbException e) {
      // What the outline lets through and JSON-B does not. The cause may quote the client's text,
      // so it goes no further.
      throw new Malformed(new Rejection(Code.INVALID_FORMAT));
    }
  }

  /** The message as text, without any line feed. */
  public String encode(ServerMessage message) {
    return jsonb.toJson(message);
  }
}
