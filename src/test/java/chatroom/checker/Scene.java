package chatroom.checker;

import chatroom.checker.Event.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sound run of three guests, written by hand, in which a test plants a fault.
 *
 * <p>Ada (1) and Bob (2) also talk alone; Bob is cut off and resumes; Cleo (3) comes later, is
 * reset and mends a hole by a page.
 */
final class Scene {
  static final String PRIVATE = "@1@2";

  final List<Event> ada = new ArrayList<>();
  final List<Event> bob = new ArrayList<>();
  final List<Event> cleo = new ArrayList<>();
  final List<Posting> general = new ArrayList<>();
  final List<Posting> alone = new ArrayList<>();

  /** How messages look to who comes last. */
  final Map<Long, Look> looks = new HashMap<>();

  Scene() {
    for (long seq = 1; seq <= 8; seq++) {
      general.add(said(10 * seq, seq, seq % 2 == 1 ? 1 : 2));
    }
    alone.add(said(15, 1, 1));
    alone.add(said(25, 2, 2));
    general.forEach(it -> looks.put(it.id(), it.look()));
    alone.forEach(it -> looks.put(it.id(), it.look()));
    ada(ada);
    bob(bob);
    cleo(cleo);
  }

  private static Posting said(long id, long seq, long author) {
    return new Posting(id, seq, author, "m" + id + " said", true);
  }

  /** Says the odd ones, and the last twice. */
  private void ada(List<Event> ada) {
    ada.addAll(List.of(hello(), new Event.Welcomed(1, false), greeting(0, 0)));
    for (Posting it : general) {
      if (it.fromId() == 1) {
        ada.addAll(List.of(sent(it, Rooms.GENERAL), ack(it)));
      } else {
        ada.add(saw(it));
      }
    }
    ada.addAll(List.of(sent(general.get(6), Rooms.GENERAL), ack(general.get(6))));
    ada.addAll(List.of(sent(alone.get(0), PRIVATE), privately(0), ack(alone.get(0))));
    ada.addAll(List.of(privately(1), new Event.Stayed()));
  }

  /** Says the even ones; is away from the fourth on, whose ack comes after the resume. */
  private void bob(List<Event> bob) {
    bob.addAll(List.of(hello(), new Event.Welcomed(2, false), greeting(0, 0)));
    bob.addAll(List.of(saw(general.get(0)), sent(general.get(1), Rooms.GENERAL)));
    bob.addAll(List.of(ack(general.get(1)), saw(general.get(2)), privately(0)));
    bob.addAll(List.of(sent(general.get(3), Rooms.GENERAL), new Event.Closed(1006)));
    bob.add(new Event.Hello(true, Map.of(Rooms.GENERAL, 3L, PRIVATE, 1L)));
    bob.addAll(List.of(new Event.Welcomed(2, true), saw(general.get(3)), saw(general.get(4))));
    bob.addAll(List.of(sent(general.get(3), Rooms.GENERAL), ack(general.get(3))));
    bob.addAll(List.of(sent(general.get(5), Rooms.GENERAL), ack(general.get(5))));
    bob.addAll(List.of(saw(general.get(6)), sent(general.get(7), Rooms.GENERAL)));
    bob.addAll(List.of(ack(general.get(7)), sent(alone.get(1), PRIVATE), ack(alone.get(1))));
    bob.addAll(List.of(privately(1), new Event.Stayed()));
  }

  private void cleo(List<Event> cleo) {
    cleo.addAll(List.of(hello(), new Event.Welcomed(3, false), greeting(1, 3)));
    cleo.addAll(List.of(saw(1, Way.SNAPSHOT), saw(2, Way.SNAPSHOT), new Event.Closed(4008)));
    cleo.add(new Event.Hello(true, Map.of(Rooms.GENERAL, 3L)));
    cleo.addAll(List.of(new Event.Welcomed(3, true)));
    cleo.add(new Event.Snapshot(Rooms.GENERAL, 4, 5, true));
    cleo.addAll(List.of(saw(4, Way.SNAPSHOT), saw(general.get(6))));
    cleo.add(new Event.Repair(Rooms.GENERAL, 5, 7));
    cleo.addAll(List.of(saw(5, Way.PAGE), saw(6, Way.PAGE), saw(general.get(7))));
    cleo.add(new Event.Stayed());
  }

  private static Event hello() {
    return new Event.Hello(false, Map.of());
  }

  private static Event greeting(long before, long lastSeq) {
    return new Event.Snapshot(Rooms.GENERAL, before, lastSeq, false);
  }

  /** How the author wrote a posting down. */
  static Event.Sent sent(Posting it, String room) {
    return new Event.Sent("m" + it.id(), room, it.text(), false);
  }

  static Event.Acked ack(Posting it) {
    return new Event.Acked("m" + it.id(), it.id(), it.seq(), 1_000_000);
  }

  static Event.Saw saw(Posting it) {
    return new Event.Saw(Rooms.GENERAL, it, Way.EVENT);
  }

  /** Something more in the room, which all see, and who comes last, too. */
  void toAll(Posting it) {
    general.add(it);
    if (it.said()) {
      looks.put(it.id(), it.look());
    }
    List.of(ada, bob, cleo).forEach(each -> each.add(saw(it)));
  }

  private Event saw(int index, Way way) {
    return new Event.Saw(Rooms.GENERAL, general.get(index), way);
  }

  Event.Saw privately(int index) {
    return new Event.Saw(PRIVATE, alone.get(index), Way.EVENT);
  }

  /** What the judge says of the scene as it is now. */
  List<Violation> judged() {
    Map<String, StoredLog.Chapter> rooms = new HashMap<>();
    rooms.put(Rooms.GENERAL, new StoredLog.Chapter(0, general));
    rooms.put(PRIVATE, new StoredLog.Chapter(0, alone));
    return Judge.judge(
        List.of(journal("Ada", ada), journal("Bob", bob), journal("Cleo", cleo)),
        new StoredLog(rooms, looks));
  }

  private static Journal journal(String name, List<Event> events) {
    Journal journal = new Journal(name);
    events.forEach(journal::add);
    return journal;
  }
}
