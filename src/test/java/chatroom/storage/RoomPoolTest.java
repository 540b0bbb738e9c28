package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chatroom.room.RoomName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many rooms are opened, no more are known than there may be. */
class RoomPoolTest {
  private final List<RoomName> gone = new ArrayList<>();
  private final RoomPool pool =
      new RoomPool(1_000_000, () -> new RoomMemory(10, new HashMap<>()), gone::add);

  private static RoomName room(int number) {
    return new RoomName("room" + number);
  }

  @Test
  void thoseThatWereOpenedForNothingGoTogetherWhenOneGrows() {
    for (int i = 0; i < RoomPool.MAX_ROOMS + 10; i++) {
      pool.open(room(i));
    }
    pool.grew(1);

    assertEquals(10, gone.size());
    assertEquals(room(0), gone.get(0));
    assertNull(pool.get(room(9)));
  }
}
