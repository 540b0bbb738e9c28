package chatroom.testing;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.RoomNaming;
import java.util.Locale;

/** Rules for names of rooms that are easy to see through: an o looks like a 0, and no more. */
public final class PlainRoomNames implements RoomNaming {
  @Override
  public RoomName parse(String raw) throws Rejection {
    if (!raw.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new Rejection(Code.INVALID_ROOM);
    }
    return new RoomName(raw.toLowerCase(Locale.ROOT));
  }

  @Override
  public String key(RoomName name) {
    return name.value().replace('0', 'o');
  }
}
