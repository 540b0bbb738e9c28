package chatroom.testing;

import chatroom.room.Nicknames;
import chatroom.room.Participant;
import chatroom.room.Role;

/** Users to test with. */
public final class People {
  private static final Nicknames NAMES = new PlainNicknames();

  private People() {}

  /** The user of that number, who has chosen no name. */
  public static Participant user(long id) {
    return new Participant(id, NAMES.unnamed(id), ManualClock.START, Role.MEMBER);
  }
}
