package chatroom.room;

/**
 * What the members of a room are told, one after the other and to all in the same order.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface RoomEvent {
  /** Where it happened. */
  RoomName room();

  /** The user it is about, who is not told; 0 if all are told. */
  long about();

  /** A message was stored. */
  record Posted(ChatMessage message) implements RoomEvent {
    @Override
    public RoomName room() {
      return message.room();
    }

    @Override
    public long about() {
      return message.authorId();
    }
  }

  /**
   * A message was edited, deleted or reacted to.
   *
   * @param change anything but a message
   */
  record Changed(StoredEvent change) implements RoomEvent {
    @Override
    public RoomName room() {
      return change.room();
    }

    @Override
    public long about() {
      return 0;
    }
  }

  /**
   * Somebody came.
   *
   * @param online how many are in the room, the newcomer included
   */
  record Joined(RoomName room, Participant who, int online) implements RoomEvent {
    @Override
    public long about() {
      return who.id();
    }
  }

  /**
   * Somebody left.
   *
   * @param online how many are still in the room
   */
  record Left(RoomName room, Participant who, int online) implements RoomEvent {
    @Override
    public long about() {
      return who.id();
    }
  }

  /**
   * Somebody has another name.
   *
   * @param who under the new name
   */
  record Renamed(RoomName room, Participant who, Nickname oldName) implements RoomEvent {
    @Override
    public long about() {
      return who.id();
    }
  }
}
