-- How far a guest has read each room, and whom a guest ignores.
CREATE TABLE chat_mark (
  user_id INTEGER NOT NULL,
  room TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (user_id, room)
) STRICT, WITHOUT ROWID;

CREATE TABLE chat_ignore (
  user_id INTEGER NOT NULL,
  ignored_id INTEGER NOT NULL,
  PRIMARY KEY (user_id, ignored_id)
) STRICT, WITHOUT ROWID;
