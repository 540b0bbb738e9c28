-- What programs come by; is_bot: 1 if nobody else comes as that user; scopes: by commas;
-- created_at and expires_at: milliseconds since 1970.
CREATE TABLE chat_access_key (
  token_hash VARBINARY(64) NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL,
  is_bot INT NOT NULL,
  name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  scopes VARBINARY(100) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  INDEX chat_access_key_user_id (user_id),
  INDEX chat_access_key_bot (is_bot),
  FOREIGN KEY (user_id) REFERENCES chat_account (user_id)
) ENGINE = InnoDB;
