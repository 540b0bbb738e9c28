package chatroom.delivery;

/** What the sender of a client is to do. */
sealed interface Step {
  /** Nothing; whoever makes the next step possible is the sender. */
  Step REST = new Rest();

  /** Send a ping and come back. */
  Step PING = new Ping();

  /** All has been sent, but some of what is soon out of date was left out: tell it as it is now. */
  Step TELL_PRESENCE = new TellPresence();

  /**
   * Send that and come back.
   *
   * @param waits whether to wait until it is sent
   */
  record Send(Parcel parcel, boolean waits) implements Step {}

  /** End the outbox: the last word has been sent, or too much waits. */
  record End(Disconnect why) implements Step {}

  /** Have the next page of an answer made, which all that waits is behind. */
  record Make(Runnable page) implements Step {}

  /** See {@link #PING}. */
  record Ping() implements Step {}

  /** See {@link #TELL_PRESENCE}. */
  record TellPresence() implements Step {}

  /** See {@link #REST}. */
  record Rest() implements Step {}
}
