-- The newest numbers that were given, and how many messages there are: one row.
CREATE TABLE chat_counters (
  message_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  messages BIGINT NOT NULL
);
INSERT INTO chat_counters VALUES (0, 0, 0);

-- A room keeps its numbers when all of its messages are gone; a private chat has two users.
CREATE TABLE chat_room (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  last_seq BIGINT NOT NULL,
  last_id BIGINT NOT NULL,
  low_user BIGINT,
  high_user BIGINT
);
CREATE INDEX chat_room_low_user ON chat_room (low_user) WHERE low_user IS NOT NULL;
CREATE INDEX chat_room_high_user ON chat_room (high_user) WHERE high_user IS NOT NULL;

-- sent_at and seen_at: milliseconds since 1970.
CREATE TABLE chat_message (
  id BIGINT PRIMARY KEY,
  room TEXT COLLATE "C" NOT NULL REFERENCES chat_room,
  seq BIGINT NOT NULL,
  author_id BIGINT NOT NULL,
  author_name TEXT NOT NULL,
  body TEXT NOT NULL,
  ref TEXT COLLATE "C",
  sent_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX chat_message_seq ON chat_message (room, seq);
CREATE UNIQUE INDEX chat_message_ref ON chat_message (author_id, room, ref) WHERE ref IS NOT NULL;

CREATE TABLE chat_guest (
  id BIGINT PRIMARY KEY,
  token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
  name TEXT,
  seen_at BIGINT NOT NULL
);
CREATE INDEX chat_guest_seen_at ON chat_guest (seen_at);
