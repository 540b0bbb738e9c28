package chatroom.room;

/** What somebody may do to others, in rising order. */
public enum Role {
  /** Nothing that not everybody may do. */
  MEMBER,
  /** Keeps order among members. */
  MODERATOR,
  /** Keeps order among all, and says who else does. */
  ADMIN
}
