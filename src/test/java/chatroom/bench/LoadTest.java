package chatroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a server under load from the command line and prints what it cost: ends with 0 if everybody
 * got everything, 1 if something was lost or came twice, 2 if it could not be tried.
 */
public final class LoadTest {
  private static final int LOST = 1;
  private static final int NOT_TRIED = 2;

  private LoadTest() {}

  /** As {@link Options#USAGE} says. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream screen = new PrintStream(System.out, true, UTF_8);
    System.exit(run(screen, args));
  }

  /** The same without the end of the JVM; returns the exit code. */
  static int run(PrintStream screen, String... args) throws InterruptedException {
    List<ChildJvm> children = new ArrayList<>();
    try {
      Options options = Options.parse(args);
      Comparison comparison = new Comparison();
      List<Target> targets = targets(options, children);
      for (int round = 0; round < options.rounds(); round++) {
        for (Target target : targets) {
          comparison.add(Load.run(target, options.workload()));
        }
      }
      screen.print(Report.of(comparison));
      if (options.json().isPresent()) {
        Files.writeString(
            options.json().get(), JsonReport.of(options.workload(), comparison).toString());
      }
      return comparison.all().stream().allMatch(Outcome::isWhole) ? 0 : LOST;
    } catch (IllegalArgumentException wrong) {
      screen.println(wrong.getMessage() + "\n" + Options.USAGE);
      return NOT_TRIED;
    } catch (IOException | UncheckedIOException | IllegalStateException notTried) {
      screen.println("It could not be tried: " + notTried.getMessage());
      return NOT_TRIED;
    } finally {
      children.forEach(ChildJvm::close);
    }
  }

  private static List<Target> targets(Options options, List<ChildJvm> children) {
    int clients = options.workload().clients() + options.workload().stuck();
    List<Target> targets = new ArrayList<>();
    options
        .url()
        .ifPresentOrElse(
            url -> targets.add(new Target("server", url, options.pid(), false)),
            () -> children.add(ChildJvm.chat(clients, options.workload().rooms())));
    if (options.compare()) {
      children.add(ChildJvm.naive(clients));
      children.add(ChildJvm.floor(options.joiningFloor()));
    }
    children.forEach(it -> targets.add(it.target()));
    return targets;
  }
}
