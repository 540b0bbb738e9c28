-- Who is banned and who is muted; since_at, until_at: milliseconds since 1970, the latter null
-- until it is lifted; addresses: from where nobody may come as a guest either, empty for nowhere.
CREATE TABLE chat_restraint (
  kind TEXT COLLATE "C" NOT NULL,
  user_id BIGINT NOT NULL,
  user_name TEXT NOT NULL,
  addresses TEXT COLLATE "C" NOT NULL,
  since_at BIGINT NOT NULL,
  until_at BIGINT,
  reason TEXT NOT NULL,
  by_id BIGINT NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (kind, user_id)
);
