package chatroom.app;

import chatroom.config.ChatConfig;
import chatroom.config.Home;
import chatroom.config.Surroundings;
import chatroom.endpoint.HandshakeFilter;
import chatroom.http.PageFiles;
import chatroom.http.PageFilter;
import chatroom.http.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the chat with its context and ends it with it. A wrong setting, or a home that cannot be
 * had, stops the deployment.
 *
 * <p>Thread safety: for one thread at a time, as containers call.
 */
public final class ChatContextListener implements ServletContextListener {
  private static final Logger log = LoggerFactory.getLogger(ChatContextListener.class);
  private static final String EVERYTHING = "/*";

  private record Running(ChatApplication application, Thread goodbyeHook) {}

  private Optional<Running> running = Optional.empty();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    try {
      start(context);
    } catch (RuntimeException e) {
      // Containers say no more than that a listener failed, and why in a log that few look at.
      log.error("Chat cannot start at {}: {}", context.getContextPath(), e.getMessage());
      throw e;
    }
  }

  private void start(ServletContext context) {
    ChatConfig config =
        ChatConfig.read(
            Surroundings.ofThisServer(context::getInitParameter), context.getContextPath());
    config.warnings().forEach(log::warn);
    Home home = Home.open(config);
    home.problem().ifPresent(problem -> log.warn("Nothing is kept: {}", problem));
    try {
      ChatApplication application =
          new ChatApplication(config, home, "chat" + context.getContextPath());
      // Payara ends on SIGTERM without ending its applications.
      Thread hook = new Thread(application::sayGoodbye, "chat-goodbye");
      Runtime.getRuntime().addShutdownHook(hook);
      // From here on contextDestroyed ends what was begun, also if the rest fails.
      running = Optional.of(new Running(application, hook));
      add(context, inOrder(application, PageSources.of(context)));
    } catch (RuntimeException e) {
      if (running.isEmpty()) {
        home.close();
      }
      throw e;
    }
    log.info("Chat started at {} with\n{}", context.getContextPath(), config.describe());
  }

  private static Filter inOrder(ChatApplication application, PageFiles page) {
    List<Filter> filters = new ArrayList<>();
    filters.add(new SecurityHeaders());
    filters.addAll(application.frontDoor().filters(page::isOpen));
    filters.add(new PageFilter(page));
    filters.addAll(application.besideFilters());
    filters.add(new HandshakeFilter(application.gate(), application::sayGoodbye));
    return new InOrder(filters);
  }

  private static void add(ServletContext context, Filter filter) {
    FilterRegistration.Dynamic registration = context.addFilter("chat", filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, EVERYTHING);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    running.ifPresent(
        it -> {
          forget(it.goodbyeHook());
          it.application().close();
          log.info("Chat ended at {}", event.getServletContext().getContextPath());
        });
  }

  /** Or the JVM would keep the application's classes. */
  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException jvmIsEnding) {
      log.debug("The JVM ends with the application");
    }
  }
}
