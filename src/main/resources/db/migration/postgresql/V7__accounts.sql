-- Users whose name is theirs for good; name_key: what no two names have in common; created_at:
-- milliseconds since 1970. Who is here is not in chat_guest.
CREATE TABLE chat_account (
  user_id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL UNIQUE,
  password_hash TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);

-- By what they come back without a password; added_at and seen_at: milliseconds since 1970.
CREATE TABLE chat_token (
  token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL REFERENCES chat_account,
  added_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX chat_token_user_id ON chat_token (user_id, added_at);
CREATE INDEX chat_token_seen_at ON chat_token (seen_at);
