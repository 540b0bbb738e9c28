package chatroom.testing;

import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/**
 * A Tomcat with the packaged application in a JVM of its own, until it is told to stop or killed.
 */
final class TomcatMain {
  private TomcatMain() {}

  /**
   * Starts it under {@code /chat} on the loopback address.
   *
   * @param args port, home, and a folder for Tomcat
   */
  public static void main(String[] args) throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[2]);
    Connector connector = new Connector();
    connector.setPort(Integer.parseInt(args[0]));
    connector.setProperty("address", "127.0.0.1");
    // Small, so that a client that does not read is soon noticed.
    connector.setProperty("socket.txBufSize", "65536");
    tomcat.setConnector(connector);
    StandardContext application = TomcatApplication.of(tomcat, "chat", Path.of(args[1]));
    tomcat.getHost().addChild(application);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tomcat)));
    tomcat.start();
    if (application.getState() != LifecycleState.STARTED) {
      throw new IllegalStateException("The application did not start");
    }
    tomcat.getServer().await();
  }

  private static void stop(Tomcat tomcat) {
    try {
      tomcat.stop();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
