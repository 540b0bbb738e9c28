package chatroom.app;

import chatroom.storage.AuditCheck;
import chatroom.storage.AuditCheck.Noted;
import chatroom.storage.AuditCheck.Outcome;
import chatroom.storage.StoreException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command that tells whether the audit log is whole, for whoever has the WAR and a JDK, also
 * while the chat runs; it changes nothing.
 *
 * <p>Exit codes: {@value #WHOLE} if it is, {@value #BROKEN} if not, and the number of the first
 * entry that does not fit is told; {@value #UNREADABLE} if it cannot be read.
 *
 * <p>Thread safety: for one thread.
 */
public final class VerifyAudit {
  static final int WHOLE = 0;
  static final int BROKEN = 1;
  static final int UNREADABLE = 2;

  private static final Pattern NOTED = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");
  private static final String USAGE =
      "VerifyAudit (--home DIR | --jdbc-url URL) [--noted NUMBER:HASH]";

  private final PrintStream out;
  private Optional<Path> home = Optional.empty();
  private Optional<String> url = Optional.empty();
  private Optional<Noted> noted = Optional.empty();

  private VerifyAudit(PrintStream out) {
    this.out = out;
  }

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  /** The command without the end of the process; returns the exit code. */
  static int run(String[] arguments, PrintStream out) {
    VerifyAudit command = new VerifyAudit(out);
    if (!command.understands(arguments)) {
      out.println(USAGE);
      return UNREADABLE;
    }
    try {
      return command.tell(command.look());
    } catch (StoreException e) {
      out.println(e.getMessage());
      return UNREADABLE;
    }
  }

  private boolean understands(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      if (!takes(arguments[i], arguments[i + 1])) {
        return false;
      }
    }
    return arguments.length % 2 == 0 && home.isPresent() != url.isPresent();
  }

  private boolean takes(String option, String value) {
    Matcher entry = NOTED.matcher(value);
    try {
      switch (option) {
        case "--home" -> home = Optional.of(Path.of(value));
        case "--jdbc-url" -> url = Optional.of(value);
        case "--noted" ->
            noted =
                entry.matches()
                    ? Optional.of(new Noted(Long.parseLong(entry.group(1)), entry.group(2)))
                    : Optional.empty();
        default -> {
          return false;
        }
      }
    } catch (InvalidPathException e) {
      return false;
    }
    return !option.equals("--noted") || noted.isPresent();
  }

  private Outcome look() {
    return home.map(it -> AuditCheck.file(it.resolve(Stores.FILE), noted))
        .or(() -> url.map(it -> AuditCheck.url(it, noted)))
        .orElseThrow();
  }

  private int tell(Outcome outcome) {
    outcome
        .fault()
        .ifPresentOrElse(
            fault -> out.println("BROKEN. " + fault + "."),
            () -> out.println("The audit log is whole."));
    out.println("Entries that fit: " + outcome.count());
    out.println("To note: " + outcome.count() + ":" + outcome.head());
    return outcome.fault().isPresent() ? BROKEN : WHOLE;
  }
}
