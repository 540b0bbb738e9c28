-- The newest numbers that were given, and how many messages there are: one row.
CREATE TABLE chat_counters (
  message_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  messages BIGINT NOT NULL
) ENGINE = InnoDB;
INSERT INTO chat_counters VALUES (0, 0, 0);

-- A room keeps its numbers when all of its messages are gone; a private chat has two users. What
-- is looked up is binary: texts compare equal here that differ in the white space at their ends.
CREATE TABLE chat_room (
  name VARBINARY(200) NOT NULL PRIMARY KEY,
  last_seq BIGINT NOT NULL,
  last_id BIGINT NOT NULL,
  low_user BIGINT,
  high_user BIGINT,
  INDEX chat_room_low_user (low_user),
  INDEX chat_room_high_user (high_user)
) ENGINE = InnoDB;

-- sent_at and seen_at: milliseconds since 1970.
CREATE TABLE chat_message (
  id BIGINT PRIMARY KEY,
  room VARBINARY(200) NOT NULL,
  seq BIGINT NOT NULL,
  author_id BIGINT NOT NULL,
  author_name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  body MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  ref VARBINARY(512),
  sent_at BIGINT NOT NULL,
  UNIQUE INDEX chat_message_seq (room, seq),
  UNIQUE INDEX chat_message_ref (author_id, room, ref),
  FOREIGN KEY (room) REFERENCES chat_room (name)
) ENGINE = InnoDB;

CREATE TABLE chat_guest (
  id BIGINT PRIMARY KEY,
  token_hash VARBINARY(64) NOT NULL UNIQUE,
  name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  seen_at BIGINT NOT NULL,
  INDEX chat_guest_seen_at (seen_at)
) ENGINE = InnoDB;
