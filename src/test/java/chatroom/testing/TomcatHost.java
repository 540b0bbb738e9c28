package chatroom.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat on a free port of the loopback address. */
final class TomcatHost implements Host {
  private static final ServerProbe PROBE = ServerProbe.install();

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final Map<String, Path> homes = new ConcurrentHashMap<>();

  TomcatHost() {
    tomcat.setBaseDir(Build.freshFolder("tomcat").toString());
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    tomcat.setConnector(connector);
    ContainerUsers.ROLES.forEach(
        (user, roles) -> {
          tomcat.addUser(user, ContainerUsers.PASSWORD);
          roles.forEach(role -> tomcat.addRole(user, role));
        });
    tomcat.getHost();
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  @Override
  public Path home(String context) {
    return homes.computeIfAbsent(context, Build::freshFolder);
  }

  @Override
  public void deploy(String context) {
    PROBE.deploying(context);
    StandardContext application = TomcatApplication.of(tomcat, context, home(context));
    tomcat.getHost().addChild(application);
    if (application.getState() != LifecycleState.STARTED) {
      throw new IllegalStateException("Did not start:\n" + String.join("\n", log()));
    }
  }

  @Override
  public void undeploy(String context) {
    tomcat.getHost().removeChild(tomcat.getHost().findChild("/" + context));
  }

  @Override
  public List<String> log() {
    return PROBE.log();
  }

  @Override
  public int alive(String context) {
    return PROBE.alive(context);
  }

  /**
   * In JDK 17 {@code java.lang.runtime.ObjectMethods} remembers the last record that was compared.
   */
  @Override
  public int mayBeKept() {
    return 1;
  }

  @Override
  public List<String> threads(String context) {
    return PROBE.threads(context);
  }

  @Override
  public List<String> sending(String context) {
    return PROBE.sending(context);
  }

  @Override
  public long heap() {
    return ServerProbe.heap();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
