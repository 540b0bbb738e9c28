-- What was done by right, for good: rows are added, never changed; at: milliseconds since 1970;
-- hash: SHA-256 over the row before and this one, as the class AuditChain says.
CREATE TABLE chat_audit (
  entry BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  kind VARBINARY(32) NOT NULL,
  actor_id BIGINT NOT NULL,
  actor_name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_id BIGINT NOT NULL,
  target_name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  room TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  detail TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  hash VARBINARY(64) NOT NULL
) ENGINE = InnoDB;

-- How long members wait from one message to the next, in seconds.
ALTER TABLE chat_charter ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0;

-- Who is something else than a member of a room.
CREATE TABLE chat_room_role (
  room VARBINARY(200) NOT NULL,
  user_id BIGINT NOT NULL,
  role VARBINARY(16) NOT NULL,
  PRIMARY KEY (room, user_id),
  FOREIGN KEY (room) REFERENCES chat_room (name)
) ENGINE = InnoDB;

-- What is on.
CREATE TABLE chat_switch (
  name VARBINARY(32) NOT NULL PRIMARY KEY
) ENGINE = InnoDB;
