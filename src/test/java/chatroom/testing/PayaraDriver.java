package chatroom.testing;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs Payara Micro in this JVM and does with it what the test JVM says over a socket, until that
 * socket ends: then this JVM ends too.
 *
 * <p>Arguments: the port to report to, then Payara Micro's own. A command is an array of strings;
 * so is the answer, {@code ok} or {@code failed} first.
 */
final class PayaraDriver {
  private final Object runtime;
  private final ServerProbe probe;

  private PayaraDriver(Object runtime, ServerProbe probe) {
    this.runtime = runtime;
    this.probe = probe;
  }

  public static void main(String[] args) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
      var out = new ObjectOutputStream(socket.getOutputStream());
      out.flush();
      var in = new ObjectInputStream(socket.getInputStream());
      Object runtime = boot(Arrays.copyOfRange(args, 1, args.length));
      var driver = new PayaraDriver(runtime, ServerProbe.install());
      answer(out, new String[] {"ok"});
      while (true) {
        answer(out, driver.result((String[]) in.readObject()));
      }
    } catch (EOFException | SocketException e) {
      // The test JVM is gone, or this one is being stopped: either way it is over.
      Runtime.getRuntime().halt(0);
    }
  }

  private static Object boot(String[] args) throws ReflectiveOperationException {
    Object boot =
        Class.forName("fish.payara.micro.boot.PayaraMicroLauncher")
            .getMethod("create", String[].class)
            .invoke(null, (Object) args);
    return call(boot, "fish.payara.micro.boot.PayaraMicroBoot", "getRuntime");
  }

  private static void answer(ObjectOutputStream out, String[] answer) throws IOException {
    out.writeUnshared(answer);
    out.reset();
    out.flush();
  }

  private String[] result(String[] command) {
    try {
      return Stream.concat(Stream.of("ok"), execute(command).stream()).toArray(String[]::new);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return new String[] {"failed", e + " caused by " + e.getCause()};
    }
  }

  private List<String> execute(String[] command) throws ReflectiveOperationException {
    switch (command[0]) {
      case "deploy" -> {
        probe.deploying(command[1]);
        deploy(command[1], new File(command[2]));
        return List.of();
      }
      case "undeploy" -> {
        call(runtime, "fish.payara.micro.PayaraMicroRuntime", "undeploy", command[1]);
        return List.of();
      }
      case "log" -> {
        return probe.log();
      }
      case "alive" -> {
        return List.of(Integer.toString(probe.alive(command[1])));
      }
      case "threads" -> {
        return probe.threads(command[1]);
      }
      case "sending" -> {
        return probe.sending(command[1]);
      }
      case "heap" -> {
        return List.of(Long.toString(ServerProbe.heap()));
      }
      default -> throw new IllegalArgumentException(command[0]);
    }
  }

  private void deploy(String name, File war) throws ReflectiveOperationException {
    Object done =
        call(runtime, "fish.payara.micro.PayaraMicroRuntime", "deploy", name, "/" + name, war);
    if (!Boolean.TRUE.equals(done)) {
      throw new IllegalStateException("Not deployed, see the log of Payara");
    }
  }

  private static Object call(Object target, String type, String name, Object... args)
      throws ReflectiveOperationException {
    Class<?>[] types = Stream.of(args).map(Object::getClass).toArray(Class<?>[]::new);
    Method method = Class.forName(type).getMethod(name, types);
    Object result = method.invoke(target, args);
    return result == null ? "" : result;
  }
}
