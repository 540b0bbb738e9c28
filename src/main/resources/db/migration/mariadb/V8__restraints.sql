-- Who is banned and who is muted; since_at, until_at: milliseconds since 1970, the latter null
-- until it is lifted; addresses: from where nobody may come as a guest either, empty for nowhere.
CREATE TABLE chat_restraint (
  kind VARBINARY(16) NOT NULL,
  user_id BIGINT NOT NULL,
  user_name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  addresses VARBINARY(64) NOT NULL,
  since_at BIGINT NOT NULL,
  until_at BIGINT,
  reason TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  by_id BIGINT NOT NULL,
  by_name TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (kind, user_id)
) ENGINE = InnoDB;
