package chatroom.bench;

import org.openjdk.jmh.Main;

/** Runs JMH with the arguments that it is given, also when Maven has not made a JVM for it. */
final class Benchmarks {
  private Benchmarks() {}

  /** As {@code -h} says. */
  public static void main(String[] args) throws Exception {
    // JMH starts JVMs by this.
    System.setProperty("java.class.path", ClassPath.own());
    Main.main(args);
  }
}
