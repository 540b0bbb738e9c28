-- The newest numbers that were given, and how many messages there are: one row.
CREATE TABLE chat_counters (
  message_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  messages INTEGER NOT NULL
) STRICT;
INSERT INTO chat_counters VALUES (0, 0, 0);

-- A room keeps its numbers when all of its messages are gone; a private chat has two users.
CREATE TABLE chat_room (
  name TEXT NOT NULL PRIMARY KEY,
  last_seq INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  low_user INTEGER,
  high_user INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_room_low_user ON chat_room (low_user) WHERE low_user IS NOT NULL;
CREATE INDEX chat_room_high_user ON chat_room (high_user) WHERE high_user IS NOT NULL;

-- sent_at and seen_at: milliseconds since 1970.
CREATE TABLE chat_message (
  id INTEGER PRIMARY KEY,
  room TEXT NOT NULL REFERENCES chat_room,
  seq INTEGER NOT NULL,
  author_id INTEGER NOT NULL,
  author_name TEXT NOT NULL,
  body TEXT NOT NULL,
  ref TEXT,
  sent_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX chat_message_seq ON chat_message (room, seq);
CREATE UNIQUE INDEX chat_message_ref ON chat_message (author_id, room, ref) WHERE ref IS NOT NULL;

CREATE TABLE chat_guest (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT,
  seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_guest_seen_at ON chat_guest (seen_at);
