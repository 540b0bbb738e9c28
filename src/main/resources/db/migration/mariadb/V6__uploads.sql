-- Files that users have uploaded; bytes: what it takes on the disk; message_id: the first message that
-- names it; uploaded_at: milliseconds since 1970.
CREATE TABLE chat_upload (
  id VARBINARY(64) NOT NULL PRIMARY KEY,
  room VARBINARY(200) NOT NULL,
  user_id BIGINT NOT NULL,
  media_type VARBINARY(64) NOT NULL,
  bytes BIGINT NOT NULL,
  uploaded_at BIGINT NOT NULL,
  message_id BIGINT
) ENGINE = InnoDB;
CREATE INDEX chat_upload_user_id ON chat_upload (user_id, bytes);
CREATE INDEX chat_upload_message_id ON chat_upload (message_id, uploaded_at);

-- What all of them take: one row.
CREATE TABLE chat_upload_total (
  bytes BIGINT NOT NULL
) ENGINE = InnoDB;
INSERT INTO chat_upload_total VALUES (0);
