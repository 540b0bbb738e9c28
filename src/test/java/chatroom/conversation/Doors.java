package chatroom.conversation;

import chatroom.room.AccessKeys;
import chatroom.room.Accounts;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.Nicknames;
import chatroom.room.Restraints;
import chatroom.wire.ModerationMessage.Configuration.Setting;
import java.security.SecureRandom;
import java.util.List;

/** How programs and bots come into a hall, and who keeps order there. */
final class Doors {
  private Doors() {}

  static Keyring keyring(AccessKeys keys, Accounts accounts, Lane lane, Hall hall) {
    return new Keyring(
        keys,
        accounts,
        lane,
        task -> hall.readers.execute(task),
        (wait, task) -> hall.timer.after(wait, task),
        hall.node.clock,
        new SecureRandom());
  }

  static Bots bots(
      Accounts accounts,
      Guestbook guestbook,
      Directory directory,
      Nicknames nicknames,
      Lane lane,
      Hall hall) {
    return new Bots(
        accounts,
        guestbook,
        directory,
        nicknames,
        lane,
        task -> hall.readers.execute(task),
        hall.node.clock);
  }

  static Oversight oversight(
      Restraints restraints, Accounts accounts, People people, Lane lane, Hall hall) {
    Discipline discipline = new Discipline(restraints, List.of(), lane, hall.node.clock);
    return new Oversight(
        discipline,
        people,
        accounts,
        hall.firstAdmin,
        new Succession(accounts, discipline, false, lane, task -> hall.readers.execute(task)),
        List.of(new Setting("max-clients", "100", "default")));
  }
}
