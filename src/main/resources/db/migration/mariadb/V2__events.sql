-- An image has a url, and its body stands for it where it is not shown. mentions: numbers of users
-- with a comma before and after each, 0 for everybody in the room. body is the text as it was written
-- and edited_body what it says now, if that is something else. Of a deleted message only its place,
-- author and times are left. edited_at and deleted_at: milliseconds since 1970.
ALTER TABLE chat_message
  ADD COLUMN url TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  ADD COLUMN reply_to BIGINT,
  ADD COLUMN mentions TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  ADD COLUMN edited_body MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  ADD COLUMN edited_at BIGINT,
  ADD COLUMN deleted_at BIGINT;

-- What was done to messages, numbered together with them. kind: edit, delete, react or unreact; body:
-- the new text or the emoji; amount: how many have reacted so then.
CREATE TABLE chat_change (
  id BIGINT PRIMARY KEY,
  room VARBINARY(200) NOT NULL,
  seq BIGINT NOT NULL,
  author_id BIGINT NOT NULL,
  author_name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  message_id BIGINT NOT NULL,
  kind VARBINARY(10) NOT NULL,
  body MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  amount INT NOT NULL,
  ref VARBINARY(512),
  sent_at BIGINT NOT NULL,
  UNIQUE INDEX chat_change_seq (room, seq),
  UNIQUE INDEX chat_change_ref (author_id, room, ref),
  INDEX chat_change_message (message_id),
  FOREIGN KEY (room) REFERENCES chat_room (name)
) ENGINE = InnoDB;

-- The reactions that are there now; event_id: the change that put it there.
CREATE TABLE chat_reaction (
  message_id BIGINT NOT NULL,
  emoji VARBINARY(256) NOT NULL,
  user_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  PRIMARY KEY (message_id, emoji, user_id),
  FOREIGN KEY (message_id) REFERENCES chat_message (id) ON DELETE CASCADE
) ENGINE = InnoDB;
