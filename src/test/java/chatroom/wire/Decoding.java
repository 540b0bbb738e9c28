package chatroom.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.room.Code;
import chatroom.room.Rejection;

/** Gives texts of clients to the codec. */
final class Decoding {
  static final WireCodec CODEC = new WireCodec();

  private Decoding() {}

  static ClientMessage decoded(String text) throws Malformed {
    return CODEC.decode(text);
  }

  static Rejection refused(String text) {
    return assertThrows(Malformed.class, () -> CODEC.decode(text), text).rejection();
  }

  static void assertInvalid(String text) {
    assertEquals(Code.INVALID_FORMAT, refused(text).code(), text);
  }
}
