package chatroom.checker;

/** What is done to the server while the clients talk. */
interface Trial {
  /** Returns when it is enough. */
  void during(Company company) throws InterruptedException;

  /** What was done, for people; empty if nothing. */
  String done();

  /** Once more, when nobody is there any more and before the log is read back. */
  void beforeReading() throws InterruptedException;
}
