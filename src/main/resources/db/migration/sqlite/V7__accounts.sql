-- Users whose name is theirs for good; name_key: what no two names have in common; created_at:
-- milliseconds since 1970. Who is here is not in chat_guest.
CREATE TABLE chat_account (
  user_id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- By what they come back without a password; added_at and seen_at: milliseconds since 1970.
CREATE TABLE chat_token (
  token_hash TEXT NOT NULL PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES chat_account,
  added_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_token_user_id ON chat_token (user_id, added_at);
CREATE INDEX chat_token_seen_at ON chat_token (seen_at);
