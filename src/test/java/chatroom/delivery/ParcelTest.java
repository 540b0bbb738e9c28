package chatroom.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import chatroom.delivery.Parcel.Form;
import chatroom.wire.Frame;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParcelTest {
  private static Parcel parcel(String... texts) {
    return new Parcel(Stream.of(texts).map(Frame::of).toList(), Form.BINARY);
  }

  private static void assertSays(String text, Parcel parcel) {
    assertEquals(text, parcel.text());
    assertEquals(text, UTF_8.decode(parcel.utf8()).toString());
    assertEquals(text.getBytes(UTF_8).length, parcel.size());
    assertEquals(parcel.size(), parcel.utf8().remaining());
  }

  @Test
  void aSingleFrameIsSaidAsItIs() {
    assertSays("grüß 👍", parcel("grüß 👍"));
  }

  @Test
  void severalFramesAreSaidWithANewlineBetween() {
    assertSays("grüß\n👍\n汉", parcel("grüß", "👍", "汉"));
  }

  @Test
  void anEmptyFrameIsAnEmptyLine() {
    assertSays("\na\n", parcel("", "a", ""));
  }

  @Test
  void aFrameIsEncodedOnceForAllWhoGetIt() {
    Frame shared = Frame.of("ü");
    Parcel one = new Parcel(List.of(shared), Form.BINARY);
    Parcel other = new Parcel(List.of(shared), Form.BINARY);

    assertSame(one.utf8().array(), other.utf8().array());
  }

  @Test
  void whatOneReaderHasReadIsStillThereForTheOther() {
    Frame shared = Frame.of("ü");
    Parcel one = new Parcel(List.of(shared), Form.BINARY);
    UTF_8.decode(one.utf8());

    assertSays("ü", one);
  }
}
