package chatroom.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** Makes the packaged application ready for an embedded Tomcat, as a real one would have it. */
public final class TomcatApplication {
  /** In the home: files that stand in the place of those of the application. */
  static final String CHANGED = "changed";

  private TomcatApplication() {}

  /** The application under that context, with that home. */
  public static StandardContext of(Tomcat tomcat, String context, Path home) {
    var application = new StandardContext();
    application.setName("/" + context);
    application.setPath("/" + context);
    application.setDocBase(Build.WEBAPP.toString());
    Path changed = home.resolve(CHANGED);
    if (Files.isDirectory(changed)) {
      application.setResources(new StandardRoot(application));
      application
          .getResources()
          .addPreResources(
              new DirResourceSet(application.getResources(), "/", changed.toString(), "/"));
    }
    application.addParameter("chat.home", home.toString());
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
}
