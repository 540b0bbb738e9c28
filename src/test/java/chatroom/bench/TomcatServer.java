package chatroom.bench;

import chatroom.testing.TomcatApplication;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * A stock Tomcat on a free port of the loopback address, in a JVM of its own, with the packaged
 * application or with a bare endpoint, which answers at any path.
 */
final class TomcatServer {
  /** Instead of a home. */
  static final String NAIVE = "naive";

  /** Instead of a home. */
  static final String GATHERING = "gathering";

  private static final int SPARE_CONNECTIONS = 100;
  private static final String[] PATHS = {"/{a}", "/{a}/{b}", "/{a}/{b}/{c}"};

  private TomcatServer() {}

  /**
   * Serves until its input ends.
   *
   * @param args a folder for Tomcat, how many will connect, and the application's home, {@link
   *     #NAIVE} or {@link #GATHERING}
   */
  public static void main(String[] args) throws LifecycleException, IOException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[0]);
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty(
        "maxConnections", Integer.toString(Integer.parseInt(args[1]) + SPARE_CONNECTIONS));
    tomcat.setConnector(connector);
    Context application =
        switch (args[2]) {
          case NAIVE -> bare(tomcat, NaiveEndpoint.class);
          case GATHERING -> bare(tomcat, GatheringEndpoint.class);
          default -> packaged(tomcat, Path.of(args[2]));
        };
    tomcat.start();
    if (application.getState() != LifecycleState.STARTED) {
      throw new IllegalStateException("The application did not start");
    }
    ChildMain.serve(connector.getLocalPort());
    tomcat.stop();
    System.exit(0);
  }

  private static Context packaged(Tomcat tomcat, Path home) {
    Context application = TomcatApplication.of(tomcat, "chat", home);
    tomcat.getHost().addChild(application);
    return application;
  }

  private static Context bare(Tomcat tomcat, Class<? extends Endpoint> endpoint) {
    Context application = tomcat.addContext("", null);
    application.addServletContainerInitializer(new WsSci(), null);
    application.addServletContainerInitializer(
        (classes, context) ->
            deploy(
                (ServerContainer) context.getAttribute(ServerContainer.class.getName()), endpoint),
        null);
    // The upgrade is done by a filter, and there is none without a servlet.
    Tomcat.addServlet(application, "default", new DefaultServlet()).addMapping("/");
    return application;
  }

  private static void deploy(ServerContainer container, Class<? extends Endpoint> endpoint) {
    try {
      for (String path : PATHS) {
        container.addEndpoint(
            ServerEndpointConfig.Builder.create(endpoint, path)
                .encoders(List.of(NaiveEndpoint.JsonEncoder.class))
                .build());
      }
    } catch (DeploymentException e) {
      throw new IllegalStateException(e);
    }
  }
}
