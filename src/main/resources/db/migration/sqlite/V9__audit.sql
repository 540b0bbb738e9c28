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
