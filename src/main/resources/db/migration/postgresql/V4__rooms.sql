-- What a room is; a room of the settings has no owner, and no row before somebody gives it a topic.
CREATE TABLE chat_charter (
  room TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES chat_room,
  topic TEXT NOT NULL,
  by_invitation SMALLINT NOT NULL,
  announcement SMALLINT NOT NULL,
  archived SMALLINT NOT NULL,
  owner_id BIGINT
);

-- Who was invited into a room.
CREATE TABLE chat_member (
  room TEXT COLLATE "C" NOT NULL REFERENCES chat_room,
  user_id BIGINT NOT NULL,
  may_write SMALLINT NOT NULL,
  PRIMARY KEY (room, user_id)
);
