-- Users whose name is theirs for good; name_key: what no two names have in common, 60 characters of
-- up to 21 bytes; created_at: milliseconds since 1970. Who is here is not in chat_guest.
CREATE TABLE chat_account (
  user_id BIGINT NOT NULL PRIMARY KEY,
  name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name_key VARBINARY(1300) NOT NULL UNIQUE,
  password_hash VARBINARY(200) NOT NULL,
  role VARBINARY(16) NOT NULL,
  created_at BIGINT NOT NULL
) ENGINE = InnoDB;

-- By what they come back without a password; added_at and seen_at: milliseconds since 1970.
CREATE TABLE chat_token (
  token_hash VARBINARY(64) NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL,
  added_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  INDEX chat_token_user_id (user_id, added_at),
  INDEX chat_token_seen_at (seen_at),
  FOREIGN KEY (user_id) REFERENCES chat_account (user_id)
) ENGINE = InnoDB;
