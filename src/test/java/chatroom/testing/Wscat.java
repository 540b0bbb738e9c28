package chatroom.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The command-line client wscat as a person uses it: lines typed in, lines shown.
 *
 * <p>Thread safety: for one thread.
 */
public final class Wscat implements AutoCloseable {
  private final Process process;
  private final Writer keyboard;
  private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();

  private Wscat(Process process) {
    this.process = process;
    this.keyboard = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "wscat");
    reader.setDaemon(true);
    reader.start();
  }

  /** Runs the command that the build names, with more options if there are any. */
  public static Wscat connect(URI socket, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("it.wscat", "wscat"));
    command.addAll(List.of("--no-color", "-c", socket.toString()));
    command.addAll(options);
    try {
      return new Wscat(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String shown = line.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "").replaceFirst("^(> )+", "");
        if (!shown.isBlank() && !shown.toLowerCase(Locale.ROOT).startsWith("connected")) {
          screen.add(shown);
        }
      }
    } catch (IOException e) {
      screen.add("wscat ended: " + e.getMessage());
    }
  }

  /** Types a line. */
  public void type(String line) {
    try {
      keyboard.write(line + "\n");
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line that the server sent; waits for it. */
  public String shown() {
    try {
      String line = screen.poll(Eventually.BOUND.toSeconds(), TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("wscat shows nothing more");
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
