-- What was done by right, for good: rows are added, never changed; at: milliseconds since 1970;
-- hash: SHA-256 over the row before and this one, as the class AuditChain says.
CREATE TABLE chat_audit (
  entry INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor_id INTEGER NOT NULL,
  actor_name TEXT NOT NULL,
  target_id INTEGER NOT NULL,
  target_name TEXT NOT NULL,
  room TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- How long members wait from one message to the next, in seconds.
ALTER TABLE chat_charter ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0;

-- Who is something else than a member of a room.
CREATE TABLE chat_room_role (
  room TEXT NOT NULL REFERENCES chat_room,
  user_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (room, user_id)
) STRICT, WITHOUT ROWID;

-- What is on.
CREATE TABLE chat_switch (
  name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
