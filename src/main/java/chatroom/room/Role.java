package chatroom.room;

/** What somebody may do to others, in rising order. */
public enum Role {
  /** Nothing that not everybody may do. */
  MEMBER,
  /** Keeps order among members. */
  MODERATOR,
  /** Keeps order among all, and says who else does. */
  ADMIN;

  /** Whether who has it may act on who has the other: not even a moderator on another one. */
  public boolean isOver(Role other) {
    return this == ADMIN || (this == MODERATOR && other == MEMBER);
  }
}
