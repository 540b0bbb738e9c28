package chatroom.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.conversation.Login;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.room.Role;
import chatroom.testing.Eventually;
import chatroom.testing.Node;
import chatroom.testing.RecordingTransport;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Session;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.junit.jupiter.api.Test;

/** When a session of Tomcat comes to its end by time, the sockets of its user do. */
class SessionTimeoutTest {
  private final Node node = new Node();

  private static StandardManager manager() {
    var host = new StandardHost();
    host.setName("localhost");
    var application = new StandardContext();
    application.setName("chat");
    application.setPath("/chat");
    application.setParent(host);
    var manager = new StandardManager();
    manager.setContext(application);
    manager.setPathname("");
    try {
      manager.start();
    } catch (LifecycleException e) {
      throw new AssertionError(e);
    }
    return manager;
  }

  private static Session signedIn(StandardManager manager, SessionSockets sockets) {
    Session session = manager.createSession(null);
    sockets.attach(session.getSession());
    return session;
  }

  @Test
  void itsSocketsAreClosedAndNobodyElses() {
    StandardManager manager = manager();
    RecordingTransport transport = new RecordingTransport();
    Client page = node.client(transport);
    Client other = node.client(new RecordingTransport());
    SessionSockets mine = new SessionSockets(new Login("alice", Role.MEMBER));
    SessionSockets others = new SessionSockets(new Login("bob", Role.MEMBER));
    Session idle = signedIn(manager, mine);
    signedIn(manager, others);
    mine.add(page);
    others.add(other);
    manager.processExpires();
    assertFalse(page.hasLeft());

    idle.setMaxInactiveInterval(1);
    Eventually.until(
        "the session times out",
        () -> {
          manager.processExpires();
          return page.hasLeft();
        });
    assertEquals(List.of(Disconnect.SIGNED_OUT), transport.closings());
    assertFalse(other.hasLeft());
    assertEquals(1, manager.getActiveSessions());
  }
}
