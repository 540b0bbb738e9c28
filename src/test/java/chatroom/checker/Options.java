package chatroom.checker;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param killCommand ends the server at once; null if it is to be left in peace
 * @param restartCommand starts it again
 */
record Options(
    URI url,
    Duration time,
    int clients,
    long seed,
    @Nullable String killCommand,
    @Nullable String restartCommand) {
  static final String USAGE =
      "--url ws://HOST[:PORT]/CONTEXT/ws [--seconds 60] [--clients 8] [--seed N]"
          + " [--kill-command COMMAND --restart-command COMMAND]";

  private static final List<String> KNOWN =
      List.of("--url", "--seconds", "--clients", "--seed", "--kill-command", "--restart-command");
  private static final int HTTP_PORT = 80;

  /**
   * Reads names, each followed by its value.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Options parse(String... args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException("Not understood: " + args[i]);
      }
      given.put(args[i], args[i + 1]);
    }
    if (given.containsKey("--kill-command") != given.containsKey("--restart-command")) {
      throw new IllegalArgumentException("A server that is killed has to be started again");
    }
    return new Options(
        url(given.getOrDefault("--url", "")),
        Duration.ofSeconds(number(given, "--seconds", 60, 1)),
        (int) number(given, "--clients", 8, 2),
        number(given, "--seed", Math.floorMod(System.nanoTime(), 1_000_000), 0),
        given.get("--kill-command"),
        given.get("--restart-command"));
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (!"ws".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("--url has to be a ws:// address, and is: " + text);
    }
    int port = url.getPort() == -1 ? HTTP_PORT : url.getPort();
    return URI.create("ws://" + url.getHost() + ":" + port + url.getRawPath());
  }

  private static long number(Map<String, String> given, String name, long usual, long least) {
    long number = Long.parseLong(given.getOrDefault(name, Long.toString(usual)));
    if (number < least || number > 1_000_000) {
      throw new IllegalArgumentException(name + " is out of bounds: " + number);
    }
    return number;
  }
}
