package chatroom.config;

import java.util.List;

/**
 * Settings with which the deployment must not start. Names every fault that was found, not only the
 * first.
 *
 * <p>Unchecked, so that it passes through a context listener and stops the deployment.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal to start.
   *
   * @param faults one sentence each: key, value, where the value came from, what is needed
   */
  ConfigException(List<String> faults) {
    super("Chatroom cannot start with these settings:\n  " + String.join("\n  ", faults));
  }

  /** A refusal to start for a failure that the file system reported. */
  ConfigException(String fault, Throwable cause) {
    this(List.of(fault));
    initCause(cause);
  }
}
