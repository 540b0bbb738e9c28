package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who closes with 1000 has left; whoever ends in any other way is gone. The log says which. */
final class ClosingIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private static byte[] code(int code) {
    return ByteBuffer.allocate(Short.BYTES).putShort((short) code).array();
  }

  private static Consumer<RawSocket> closing(byte[] payload) {
    return peer -> peer.send(RawSocket.CLOSE, true, payload);
  }

  /** A client that ends so leaves once, for this reason. */
  private static void leaves(String reason, Consumer<RawSocket> ending) {
    TestClient witness = CHAT.join();
    RawSocket peer = CHAT.socket().upgraded().greeted();
    String name = witness.expect("join").getString("from_name");
    ending.accept(peer);
    witness.expect("leave");
    witness.expectNothing();
    Eventually.until("the leaving of " + name, () -> !endings(name).isEmpty());
    assertEquals(List.of(reason), endings(name));
  }

  /** What is logged of how those of that name ended. */
  private static List<String> endings(String name) {
    return CHAT.server().log().stream()
        .filter(line -> line.contains(" " + name + " (") && line.contains(" left: "))
        .map(line -> line.substring(line.indexOf(" left: ") + " left: ".length()))
        .toList();
  }

  @Test
  void whoClosesWith1000HasLeft() {
    leaves("peer left", closing(code(1000)));
  }

  @Test
  void whoClosesWith1000AndAReasonHasLeft() {
    leaves("peer left", closing(new byte[] {1000 >> 8, (byte) 1000, 'b', 'y', 'e'}));
  }

  @Test
  void whoClosesWith1000AndWaitsForNoAnswerHasLeft() {
    leaves(
        "peer left",
        peer -> {
          peer.send(RawSocket.CLOSE, true, code(1000));
          peer.close();
        });
  }

  @Test
  void aBrowserThatLeavesThePageIsGone() {
    leaves("peer gone", closing(code(1001)));
  }

  @Test
  void whoClosesWithACodeOfItsOwnIsGone() {
    leaves("peer gone", closing(code(4999)));
  }

  /** Both containers report it as 1000; a browser does so on a bare {@code close()}. */
  @Test
  void whoClosesWithoutACodeHasLeft() {
    leaves("peer left", closing(new byte[0]));
  }

  @Test
  void whoseTcpIsResetIsGone() {
    leaves("peer gone", RawSocket::reset);
  }

  @Test
  void whoseTcpEndsWithoutACloseFrameIsGone() {
    leaves("peer gone", RawSocket::close);
  }

  @Test
  void whoWasClosedByTheServerLeavesForTheServersReason() {
    leaves("frame too big", peer -> peer.sendAsFarAsTaken(RawSocket.TEXT, new byte[65_537]));
  }

  @Test
  void whoLeavesWhileItIsSpokenToHasLeft() {
    TestClient speaker = CHAT.join();
    List<String> names = new ArrayList<>();
    for (int round = 0; round < 50; round++) {
      TestClient peer = CHAT.connect().greeted();
      names.add(peer.name());
      for (int i = 0; i < 20; i++) {
        speaker.say("one of many");
      }
      peer.leave();
      speaker.await("leave");
    }
    for (String name : names) {
      Eventually.until("the leaving of " + name, () -> !endings(name).isEmpty());
      assertEquals(List.of("peer left"), endings(name));
    }
  }
}
