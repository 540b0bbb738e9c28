-- What a room is; a room of the settings has no owner, and no row before somebody gives it a topic.
CREATE TABLE chat_charter (
  room TEXT NOT NULL PRIMARY KEY REFERENCES chat_room,
  topic TEXT NOT NULL,
  by_invitation INTEGER NOT NULL,
  announcement INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  owner_id INTEGER
) STRICT, WITHOUT ROWID;

-- Who was invited into a room.
CREATE TABLE chat_member (
  room TEXT NOT NULL REFERENCES chat_room,
  user_id INTEGER NOT NULL,
  may_write INTEGER NOT NULL,
  PRIMARY KEY (room, user_id)
) STRICT, WITHOUT ROWID;
