-- What a room is; a room of the settings has no owner, and no row before somebody gives it a topic.
CREATE TABLE chat_charter (
  room VARBINARY(200) NOT NULL PRIMARY KEY,
  topic TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  by_invitation TINYINT NOT NULL,
  announcement TINYINT NOT NULL,
  archived TINYINT NOT NULL,
  owner_id BIGINT,
  FOREIGN KEY (room) REFERENCES chat_room (name)
) ENGINE = InnoDB;

-- Who was invited into a room.
CREATE TABLE chat_member (
  room VARBINARY(200) NOT NULL,
  user_id BIGINT NOT NULL,
  may_write TINYINT NOT NULL,
  PRIMARY KEY (room, user_id),
  FOREIGN KEY (room) REFERENCES chat_room (name)
) ENGINE = InnoDB;
