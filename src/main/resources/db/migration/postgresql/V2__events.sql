-- An image has a url, and its body stands for it where it is not shown. mentions: numbers of users
-- with a comma before and after each, 0 for everybody in the room. body is the text as it was written
-- and edited_body what it says now, if that is something else. Of a deleted message only its place,
-- author and times are left. edited_at and deleted_at: milliseconds since 1970.
ALTER TABLE chat_message
  ADD COLUMN url TEXT,
  ADD COLUMN reply_to BIGINT,
  ADD COLUMN mentions TEXT,
  ADD COLUMN edited_body TEXT,
  ADD COLUMN edited_at BIGINT,
  ADD COLUMN deleted_at BIGINT;

-- What was done to messages, numbered together with them. kind: edit, delete, react or unreact; body:
-- the new text or the emoji; amount: how many have reacted so then.
CREATE TABLE chat_change (
  id BIGINT PRIMARY KEY,
  room TEXT COLLATE "C" NOT NULL REFERENCES chat_room,
  seq BIGINT NOT NULL,
  author_id BIGINT NOT NULL,
  author_name TEXT NOT NULL,
  message_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  amount INTEGER NOT NULL,
  ref TEXT COLLATE "C",
  sent_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX chat_change_seq ON chat_change (room, seq);
CREATE UNIQUE INDEX chat_change_ref ON chat_change (author_id, room, ref) WHERE ref IS NOT NULL;
CREATE INDEX chat_change_message ON chat_change (message_id);

-- The reactions that are there now; event_id: the change that put it there.
CREATE TABLE chat_reaction (
  message_id BIGINT NOT NULL REFERENCES chat_message ON DELETE CASCADE,
  emoji TEXT COLLATE "C" NOT NULL,
  user_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  PRIMARY KEY (message_id, emoji, user_id)
);
