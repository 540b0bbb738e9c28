-- Files that users have uploaded; bytes: what it takes on the disk; message_id: the first message that
-- names it; uploaded_at: milliseconds since 1970.
CREATE TABLE chat_upload (
  id TEXT NOT NULL PRIMARY KEY,
  room TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  uploaded_at INTEGER NOT NULL,
  message_id INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_upload_user_id ON chat_upload (user_id, bytes);
CREATE INDEX chat_upload_message_id ON chat_upload (message_id, uploaded_at);

-- What all of them take: one row.
CREATE TABLE chat_upload_total (
  bytes INTEGER NOT NULL
) STRICT;
INSERT INTO chat_upload_total VALUES (0);
