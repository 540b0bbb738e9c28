package chatroom.storage;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDBC drivers of this application, which register themselves with the JVM. */
public final class OwnDrivers {
  private static final Logger log = LoggerFactory.getLogger(OwnDrivers.class);

  private OwnDrivers() {}

  /**
   * Makes a driver known: one in a WAR is not found by its URL.
   *
   * @param className of a driver in the WAR
   */
  static void register(String className) {
    try {
      Class<?> type = Class.forName(className);
      if (DriverManager.drivers().noneMatch(it -> it.getClass() == type)) {
        DriverManager.registerDriver((Driver) type.getDeclaredConstructor().newInstance());
      }
    } catch (ReflectiveOperationException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends all of them with the application, or the JVM would keep its classes. */
  public static void forget() {
    for (Driver driver : Collections.list(DriverManager.getDrivers())) {
      if (driver.getClass().getClassLoader() == OwnDrivers.class.getClassLoader()) {
        try {
          DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
          log.warn("{} stays registered", driver, e);
        }
      }
    }
  }
}
