package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisconnectTest {
  private static final Map<Disconnect, Boolean> MAY_RESUME =
      Map.ofEntries(
          Map.entry(Disconnect.PEER_LEFT, false),
          Map.entry(Disconnect.PEER_GONE, true),
          Map.entry(Disconnect.GOING_AWAY, false),
          Map.entry(Disconnect.SILENT, true),
          Map.entry(Disconnect.SEND_FAILED, true),
          Map.entry(Disconnect.TOO_BIG, false),
          Map.entry(Disconnect.INTERNAL_ERROR, true),
          Map.entry(Disconnect.SERVER_FULL, false),
          Map.entry(Disconnect.UNAVAILABLE, true),
          Map.entry(Disconnect.REPLACED, false),
          Map.entry(Disconnect.AUTH_FAILED, false),
          Map.entry(Disconnect.SIGNED_OUT, false),
          Map.entry(Disconnect.NOT_SIGNED_IN, false),
          Map.entry(Disconnect.NO_HELLO, false),
          Map.entry(Disconnect.EXPELLED, false),
          Map.entry(Disconnect.SLOW_CONSUMER, true));

  @ParameterizedTest
  @EnumSource(Disconnect.class)
  void onlyWhoWasCutOffMayResume(Disconnect why) {
    assertEquals(MAY_RESUME.get(why), why.mayResume());
  }

  @Test
  void everyWayToEndIsThoughtOf() {
    assertEquals(Disconnect.values().length, MAY_RESUME.size());
  }

  @ParameterizedTest
  @EnumSource(Disconnect.class)
  void aReasonFitsIntoACloseFrame(Disconnect why) {
    assertEquals(why.reason(), why.reason().replaceAll("[^ -~]", ""));
    assertEquals(true, why.reason().length() <= 123);
  }
}
