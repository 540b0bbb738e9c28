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
