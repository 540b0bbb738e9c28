package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.GetUsers;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.LeaveRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.RoomMessage.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever happens, in whatever order, and whatever of it is lost on the way: what a client was
 * told when it came and all that it was told since is what a fresh snapshot says.
 */
class SnapshotTest {
  private static final int PEOPLE = 4;
  private static final int NAMES = 5;

  /** What may happen. */
  enum Kind {
    COME,
    CUT,
    LEAVE,
    SAY,
    WHISPER,
    RENAME,
    JOIN,
    QUIT,
    LISTEN,
    COMMIT,
    KEEP,
    WAIT
  }

  record Action(Kind kind, int who, int other) {}

  @Provide
  Arbitrary<List<Action>> lives() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(Kind.COME, Kind.SAY, Kind.COMMIT)),
            Tuple.of(3, Arbitraries.of(Kind.LISTEN, Kind.WHISPER, Kind.KEEP)),
            Tuple.of(2, Arbitraries.of(Kind.CUT, Kind.RENAME, Kind.JOIN, Kind.QUIT)),
            Tuple.of(1, Arbitraries.of(Kind.LEAVE, Kind.WAIT)));
    Arbitrary<Integer> people = Arbitraries.integers().between(0, PEOPLE - 1);
    Arbitrary<Integer> names = Arbitraries.integers().between(0, NAMES - 1);
    return Combinators.combine(kinds, people, names).as(Action::new).list().ofMaxSize(120);
  }

  /** One person, who may have a connection. */
  private static final class Person {
    private final Replica replica;
    private Optional<Guest> line = Optional.empty();
    private Optional<String> token = Optional.empty();

    /** Those that one means to be in. */
    private final Set<String> rooms = new TreeSet<>(Set.of("general"));

    private Person(int rosterLimit) {
      replica = new Replica(rosterLimit >= PEOPLE);
    }
  }

  /** A hall in which all that happens. */
  private static final class Life {
    private final Hall hall;
    private final List<Person> people;
    private int said;

    private Life(int rosterLimit) {
      hall = new Hall(Hall.UNHURRIED, rosterLimit);
      people = IntStream.range(0, PEOPLE).mapToObj(i -> new Person(rosterLimit)).toList();
      hall.log.slowDown();
      hall.guests.slowDown();
    }

    private void act(Action action) {
      Person who = people.get(action.who());
      switch (action.kind()) {
        case COME -> {
          come(who);
          repeat(who);
        }
        case CUT -> end(who, Disconnect.PEER_GONE);
        case LEAVE -> end(who, Disconnect.PEER_LEFT);
        case SAY -> say(who, new Post("m" + said, "general", "r" + said, null));
        case WHISPER -> whisper(who, people.get(action.other() % PEOPLE));
        case RENAME -> who.line.ifPresent(it -> it.say(new SetName("N" + action.other(), null)));
        case JOIN -> join(who, Hall.ROOMS.get(action.other() % Hall.ROOMS.size()).value());
        case QUIT -> quit(who, Hall.ROOMS.get(action.other() % Hall.ROOMS.size()).value());
        case LISTEN -> listen(who);
        case COMMIT -> commitOne();
        case KEEP -> hall.guests.keep();
        case WAIT -> hall.timer.pass(Duration.ofSeconds(16));
      }
    }

    /** Comes, or comes back, also while the line before is still open. */
    private void come(Person who) {
      Guest line =
          hall.hello(
              new Hello(null, null, rooms(who), who.token.orElse(null), null, null, null, null));
      hall.guests.keep();
      who.line = Optional.of(line);
      who.token = Optional.of(line.token());
      who.replica.is(line.id());
    }

    private static void repeat(Person who) {
      List.copyOf(who.replica.unacknowledged.values()).forEach(Runnable::run);
    }

    private static Map<String, Long> rooms(Person who) {
      Map<String, Long> seen = new TreeMap<>(who.replica.seen());
      seen.keySet().removeIf(room -> !room.startsWith("@") && !who.rooms.contains(room));
      who.rooms.forEach(room -> seen.putIfAbsent(room, 0L));
      return seen;
    }

    /** What has not been listened to is lost. */
    private void end(Person who, Disconnect why) {
      who.line.ifPresent(it -> it.end(why));
      who.line = Optional.empty();
    }

    private void say(Person who, ClientMessage message) {
      if (who.line.isPresent()) {
        said++;
        who.replica.unacknowledged.put(
            String.valueOf(message.ref()), () -> who.line.ifPresent(it -> it.say(message)));
        who.line.get().say(message);
      }
    }

    private void whisper(Person who, Person other) {
      if (who != other && other.line.isPresent()) {
        String to = Long.toString(other.line.get().id());
        say(who, new PrivatePost(to, "m" + said, "r" + said, null));
      }
    }

    private static void join(Person who, String room) {
      who.line.ifPresent(
          line -> {
            who.rooms.add(room);
            line.say(new JoinRoom(room, null));
          });
    }

    /** Never general: what is said again has to be said where one is. */
    private static void quit(Person who, String room) {
      if (who.line.isPresent() && !room.equals("general") && who.rooms.remove(room)) {
        who.line.get().say(new LeaveRoom(room, null));
      }
    }

    private static void listen(Person who) {
      who.line.ifPresent(it -> it.heard().forEach(who.replica::hear));
    }

    private void commitOne() {
      if (hall.log.size() > 0) {
        hall.log.commitOne();
      }
    }

    /** All come back, and all is stored. */
    private void settle() {
      hall.guests.keep();
      people.forEach(this::come);
      people.forEach(Life::repeat);
      hall.log.commit();
      hall.guests.keep();
      hall.log.commit();
      // What is told in numbers is told, and a list that is owed for it.
      IntStream.range(0, 2).forEach(i -> hall.timer.pass(Crowd.REST));
      people.forEach(Life::listen);
    }

    private void check(Person who) throws Unavailable {
      Guest line = who.line.orElseThrow();
      for (String room : who.rooms) {
        line.say(new GetUsers(room, null));
        Users fresh = (Users) line.heardOnly();
        if (fresh.content().size() == fresh.usersOnline()) {
          assertEquals(
              fresh.content().stream().collect(Collectors.toMap(Users.User::id, Users.User::name)),
              who.replica.members(room),
              room);
        }
      }
      checkRoom(who, "general", RoomName.GENERAL);
      for (RoomName chat : hall.log.privateChatsOf(line.id(), PEOPLE)) {
        checkRoom(who, RoomName.privateWith(chat.other(line.id())), chat);
      }
      assertEquals(Map.of(), who.replica.unacknowledged);
    }

    private void checkRoom(Person who, String room, RoomName name) throws Unavailable {
      var known = who.replica.rooms.getOrDefault(room, new TreeMap<>());
      long first = known.isEmpty() ? 1 : known.firstKey();
      var stored =
          hall.log.read(new HistoryQuery(name, Direction.AFTER, first - 1, 1_000, Long.MAX_VALUE));
      Map<Long, Long> fresh = new TreeMap<>();
      stored.events().forEach(message -> fresh.put(message.seq(), message.id()));
      assertEquals(fresh, known, room);
    }
  }

  @Property(tries = 500)
  void whatOneWasToldIsWhatIsTrue(
      @ForAll("lives") List<Action> actions, @ForAll @IntRange(min = 1, max = 5) int rosterLimit)
      throws Unavailable {
    Life life = new Life(rosterLimit);
    actions.forEach(life::act);
    life.settle();
    for (Person who : life.people) {
      life.check(who);
    }
    assertEquals(life.said, life.hall.log.stored(), "each message was stored once");
  }
}
