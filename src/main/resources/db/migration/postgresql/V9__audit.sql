-- What was done by right, for good: rows are added, never changed; at: milliseconds since 1970;
-- hash: SHA-256 over the row before and this one, as the class AuditChain says.
CREATE TABLE chat_audit (
  entry BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  actor_id BIGINT NOT NULL,
  actor_name TEXT NOT NULL,
  target_id BIGINT NOT NULL,
  target_name TEXT NOT NULL,
  room TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT COLLATE "C" NOT NULL
);

-- How long members wait from one message to the next, in seconds.
ALTER TABLE chat_charter ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0;

-- Who is something else than a member of a room.
CREATE TABLE chat_room_role (
  room TEXT COLLATE "C" NOT NULL REFERENCES chat_room,
  user_id BIGINT NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (room, user_id)
);

-- What is on.
CREATE TABLE chat_switch (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
