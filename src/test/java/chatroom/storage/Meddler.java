package chatroom.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Comes between a store and its database. */
class Meddler {
  /** A connection was opened. */
  void opened(Connection connection) throws SQLException {}

  /** A commit is to be done. */
  void beforeCommit() throws SQLException {}

  /** A commit was done. */
  void afterCommit() throws SQLException {}

  /** The same database with this one in between whenever something is written. */
  final Database between(Database real) {
    DataSource writing =
        proxy(
            DataSource.class,
            real.writing(),
            (method, result) ->
                result instanceof Connection connection ? meddled(connection) : result);
    return new Database(real.dialect(), writing, real.reading(), real.place(), List.of());
  }

  private Connection meddled(Connection connection) throws SQLException {
    try {
      opened(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return (Connection)
        Proxy.newProxyInstance(
            Meddler.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              boolean commits = method.getName().equals("commit");
              if (commits) {
                beforeCommit();
              }
              try {
                Object result = method.invoke(connection, arguments);
                if (commits) {
                  afterCommit();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @FunctionalInterface
  private interface Returned {
    Object then(String method, Object result) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T real, Returned returned) {
    return type.cast(
        Proxy.newProxyInstance(
            Meddler.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return returned.then(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
