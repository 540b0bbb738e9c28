package chatroom.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the command line asks for.
 *
 * @param url of the server; none if one is to be started
 * @param pid of its process
 * @param compare whether the naive endpoint and the floor get the same load
 * @param joiningFloor whether the floor joins what is said in one turn
 * @param rounds how often each of them gets it
 * @param json where the figures go, too
 */
record Options(
    Optional<URI> url,
    OptionalLong pid,
    Workload workload,
    boolean compare,
    boolean joiningFloor,
    int rounds,
    Optional<Path> json) {
  static final String USAGE =
      """
      [--url ws://HOST[:PORT]/CONTEXT/ws [--pid N]]   without: target/chat is started
      [--frames binary|text|plain] [--clients 1000] [--senders 1] [--stuck 0] [--size 60]
      [--rate 50 | --saturate [--under-way 1] [--most-under-way 256]] [--seconds 5] [--warm-up 3]
      [--rooms 1] [--room-names a,b,c] [--threads 1] [--at-once 64]
      [--compare [--rounds 3] [--joining-floor]] [--json FILE]""";

  private static final Set<String> VALUES =
      Set.of(
          "--url",
          "--pid",
          "--frames",
          "--clients",
          "--senders",
          "--stuck",
          "--size",
          "--rate",
          "--under-way",
          "--most-under-way",
          "--seconds",
          "--warm-up",
          "--rooms",
          "--room-names",
          "--threads",
          "--at-once",
          "--rounds",
          "--json");
  private static final Set<String> FLAGS = Set.of("--saturate", "--compare", "--joining-floor");
  private static final int HTTP_PORT = 80;
  private static final int MOST = 1_000_000;

  /**
   * Reads names, each followed by its value if it has one.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Options parse(String... args) {
    Given given = Given.of(args);
    List<String> rooms = given.rooms();
    boolean saturate = given.has("--saturate");
    if (saturate && given.has("--rate")) {
      throw new IllegalArgumentException("Either --rate or --saturate");
    }
    return new Options(
        given.text("--url").map(Options::url),
        given.has("--pid") ? OptionalLong.of(given.number("--pid", 0, 1)) : OptionalLong.empty(),
        new Workload(
            given.frames(),
            given.number("--clients", 1000, 2),
            given.number("--senders", rooms.size(), 1),
            rooms,
            given.number("--size", 60, Marker.LENGTH),
            saturate ? 0 : given.number("--rate", 50, 1),
            Duration.ofSeconds(given.number("--seconds", 5, 1)),
            Duration.ofSeconds(given.number("--warm-up", 3, 0)),
            given.number("--under-way", 1, 1),
            given.number("--most-under-way", 256, 1),
            given.number("--stuck", 0, 0),
            given.number("--threads", 1, 1),
            given.number("--at-once", 64, 1)),
        given.has("--compare"),
        given.has("--joining-floor"),
        given.number("--rounds", given.has("--compare") ? 3 : 1, 1),
        given.text("--json").map(Path::of));
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (!"ws".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("--url has to be a ws:// address, and is: " + text);
    }
    int port = url.getPort() == -1 ? HTTP_PORT : url.getPort();
    return URI.create("ws://" + url.getHost() + ":" + port + url.getRawPath());
  }

  /** The words of the command line. */
  private record Given(Map<String, String> words) {
    static Given of(String... args) {
      Map<String, String> words = new HashMap<>();
      for (int i = 0; i < args.length; i++) {
        boolean hasValue = VALUES.contains(args[i]) && i + 1 < args.length;
        if (!hasValue && !FLAGS.contains(args[i])) {
          throw new IllegalArgumentException("Not understood: " + args[i]);
        }
        words.put(args[i], hasValue ? args[i + 1] : "");
        i += hasValue ? 1 : 0;
      }
      return new Given(words);
    }

    boolean has(String name) {
      return words.containsKey(name);
    }

    Optional<String> text(String name) {
      return Optional.ofNullable(words.get(name));
    }

    int number(String name, int usual, int least) {
      int number = text(name).map(Integer::parseInt).orElse(usual);
      if (number < least || number > MOST) {
        throw new IllegalArgumentException(name + " is out of bounds: " + number);
      }
      return number;
    }

    Frames frames() {
      String name = text("--frames").orElse("binary").toUpperCase(Locale.ROOT);
      return Arrays.stream(Frames.values())
          .filter(it -> it.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("--frames is unknown: " + name));
    }

    /** One is where everybody begins; if there are more, nobody is there. */
    List<String> rooms() {
      List<String> names = List.of(text("--room-names").orElse("").split(",", 0));
      int count = number("--rooms", names.size(), 1);
      if (!has("--room-names")) {
        return count == 1
            ? List.of("general")
            : IntStream.rangeClosed(1, count).mapToObj(i -> "load" + i).toList();
      }
      if (count > names.size()) {
        throw new IllegalArgumentException("Too few --room-names");
      }
      return names.subList(0, count);
    }
  }
}
