package chatroom.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

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
    StandardContext application = application(context);
    tomcat.getHost().addChild(application);
    if (application.getState() != LifecycleState.STARTED) {
      throw new IllegalStateException("Did not start:\n" + String.join("\n", log()));
    }
  }

  private StandardContext application(String context) {
    var application = new StandardContext();
    application.setName("/" + context);
    application.setPath("/" + context);
    application.setDocBase(Build.WEBAPP.toString());
    application.addParameter("chat.home", home(context).toString());
    application.setParentClassLoader(new ContainerClasses());
    application.setJarScanner(libraryScanner());
    var config = new ContextConfig();
    config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
    application.addLifecycleListener(config);
    Wrapper files = Tomcat.addServlet(application, "default", new DefaultServlet());
    files.setLoadOnStartup(1);
    files.addMapping("/");
    application.addWelcomeFile("index.html");
    Tomcat.addDefaultMimeTypeMappings(application);
    // Tomcat's own mending of leaks needs --add-opens, and would hide ours.
    application.setClearReferencesRmiTargets(false);
    application.setClearReferencesThreadLocals(false);
    return application;
  }

  private static StandardJarScanner libraryScanner() {
    var scanner = new StandardJarScanner();
    scanner.setScanClassPath(false);
    scanner.setScanManifest(false);
    return scanner;
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
