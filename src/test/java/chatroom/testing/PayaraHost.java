package chatroom.testing;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * A Payara Micro in a JVM of its own, driven through {@link PayaraDriver}; it dies with this JVM.
 *
 * <p>Per deployment nothing can be handed to the application, so each one finds its configuration
 * where it looks by default, in {@code ~/.chat/<context>} under a home folder of the child's own.
 *
 * <p>Thread safety: one command at a time, guarded by this.
 */
final class PayaraHost implements Host {
  private static final int BOOT_SECONDS = 180;

  private final int port = ChildServer.freePort();
  private final Path folder = Build.freshFolder("payara");
  private final Process process;
  private final ObjectOutputStream commands;
  private final ObjectInputStream answers;

  PayaraHost() {
    try (var reports = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      reports.setSoTimeout(BOOT_SECONDS * 1000);
      process = launch(reports.getLocalPort());
      Socket socket = reports.accept();
      commands = new ObjectOutputStream(socket.getOutputStream());
      commands.flush();
      answers = new ObjectInputStream(socket.getInputStream());
      answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch(int reportPort) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(moduleOptions());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of("-Xmx512m", "-Duser.home=" + folder, "-Djava.io.tmpdir=" + folder));
    line.addAll(List.of("-cp", Build.PAYARA + ":" + Build.TARGET.resolve("test-classes")));
    line.addAll(List.of(PayaraDriver.class.getName(), Integer.toString(reportPort)));
    line.addAll(List.of("--port", Integer.toString(port), "--noCluster"));
    line.addAll(List.of("--disablephonehome", "--nohostaware"));
    line.addAll(List.of("--postbootcommandfile", users().toString()));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("payara.log").toFile())
        .start();
  }

  /** Commands that make those whom its realm is to know. */
  private Path users() throws IOException {
    Path password = folder.resolve("password");
    Files.writeString(password, "AS_ADMIN_USERPASSWORD=" + ContainerUsers.PASSWORD + "\n");
    List<String> commands = new ArrayList<>();
    ContainerUsers.ROLES.forEach(
        (user, roles) ->
            commands.add(
                "create-file-user --groups %s --passwordfile %s %s"
                    .formatted(String.join(":", roles), password, user)));
    return Files.write(folder.resolve("users"), commands);
  }

  /** What the jar's manifest asks for, which {@code -cp} would not give it. */
  private static List<String> moduleOptions() throws IOException {
    try (var jar = new JarFile(Build.PAYARA.toFile())) {
      List<String> options = new ArrayList<>();
      var asked = jar.getManifest().getMainAttributes();
      for (String what : List.of("Add-Exports", "Add-Opens")) {
        for (String name : String.valueOf(asked.getValue(what)).split(" ", -1)) {
          options.add("--" + what.toLowerCase(Locale.ROOT));
          options.add(name + "=ALL-UNNAMED");
        }
      }
      return options;
    }
  }

  private synchronized List<String> command(String... command) {
    try {
      commands.writeUnshared(command);
      commands.reset();
      commands.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> answer() throws IOException {
    try {
      List<String> answer = List.of((String[]) answers.readObject());
      if (!answer.get(0).equals("ok")) {
        throw new IllegalStateException(answer + ", see " + folder);
      }
      return answer.subList(1, answer.size());
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public Path home(String context) {
    try {
      return Files.createDirectories(folder.resolve(".chat").resolve(context));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deploy(String context) {
    command("deploy", context, Build.WEBAPP + ".war");
  }

  @Override
  public void undeploy(String context) {
    command("undeploy", context);
  }

  @Override
  public List<String> log() {
    return command("log");
  }

  @Override
  public int alive(String context) {
    return Integer.parseInt(command("alive", context).get(0));
  }

  /**
   * The JDK keeps one; threads of Payara's own keep the ones that they happened to be started in;
   * Grizzly's closed connections and pooled requests keep some until they are used again.
   */
  @Override
  public int mayBeKept() {
    return 6;
  }

  @Override
  public List<String> threads(String context) {
    return command("threads", context);
  }

  @Override
  public List<String> sending(String context) {
    return command("sending", context);
  }

  @Override
  public long heap() {
    return Long.parseLong(command("heap").get(0));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Eventually.BOUND.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("Payara did not stop when told to");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
