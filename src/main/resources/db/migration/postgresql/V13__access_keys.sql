-- What programs come by; is_bot: 1 if nobody else comes as that user; scopes: by commas;
-- created_at and expires_at: milliseconds since 1970.
CREATE TABLE chat_access_key (
  token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL REFERENCES chat_account,
  is_bot INTEGER NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT
);
CREATE INDEX chat_access_key_user_id ON chat_access_key (user_id);
CREATE INDEX chat_access_key_bot ON chat_access_key (is_bot);
