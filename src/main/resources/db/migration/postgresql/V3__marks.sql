-- How far a guest has read each room, and whom a guest ignores.
CREATE TABLE chat_mark (
  user_id BIGINT NOT NULL,
  room TEXT COLLATE "C" NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (user_id, room)
);

CREATE TABLE chat_ignore (
  user_id BIGINT NOT NULL,
  ignored_id BIGINT NOT NULL,
  PRIMARY KEY (user_id, ignored_id)
);
