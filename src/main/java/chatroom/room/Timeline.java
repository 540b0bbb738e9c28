package chatroom.room;

/**
 * How far the log has been told: a snapshot that ends here and the events told after it leave no
 * hole and overlap nowhere, although the log itself may be ahead.
 *
 * <p>Thread safety: confined to the lane that the events are told on.
 */
public final class Timeline {
  private long toldId;

  /**
   * @param toldId the {@code id} of the newest event that was told before
   */
  public Timeline(long toldId) {
    this.toldId = toldId;
  }

  /** The {@code id} of the newest event that has been told. */
  public long now() {
    return toldId;
  }

  void told(StoredEvent event) {
    toldId = event.id();
  }
}
