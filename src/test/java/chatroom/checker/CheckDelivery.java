package chatroom.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * Checks a running server from the command line: prints the report of a run, and ends with 0 if
 * every promise was kept, 1 if not, 2 if it could not be tried.
 */
public final class CheckDelivery {
  private static final int BROKEN = 1;
  private static final int NOT_TRIED = 2;

  private CheckDelivery() {}

  /** As {@link Options#USAGE} says. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream screen = new PrintStream(System.out, true, UTF_8);
    System.exit(run(screen, args));
  }

  private static int run(PrintStream screen, String... args) throws InterruptedException {
    try {
      Options options = Options.parse(args);
      Plan plan = new Plan(options.seed(), options.clients());
      Outcome outcome = Run.of(options.url(), plan, trial(options, plan));
      screen.println(outcome.report());
      return outcome.isSound() ? 0 : BROKEN;
    } catch (IllegalArgumentException wrong) {
      screen.println(wrong.getMessage() + "\n" + Options.USAGE);
      return NOT_TRIED;
    } catch (UncheckedIOException | IllegalStateException notTried) {
      screen.println("It could not be tried: " + notTried.getMessage());
      return NOT_TRIED;
    }
  }

  private static Trial trial(Options options, Plan plan) {
    String kill = options.killCommand();
    String restart = options.restartCommand();
    if (kill == null || restart == null) {
      return Outages.none(options.time());
    }
    return new Outages(
        new Commanded(kill, restart),
        plan.outages((int) options.time().toSeconds()),
        options.time());
  }

  /** A server that is ended and begun by commands of its operator. */
  private record Commanded(String kill, String restart) implements Mortal {
    @Override
    public void end(boolean orderly) throws InterruptedException {
      shell(kill);
    }

    @Override
    public void begin() throws InterruptedException {
      shell(restart);
    }

    private static void shell(String command) throws InterruptedException {
      try {
        int code = new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        if (code != 0) {
          throw new IllegalStateException("'" + command + "' ended with " + code);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
