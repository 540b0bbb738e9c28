-- What messages can be found by, in words of ASCII that are made by the application.
CREATE TABLE chat_message_fts (
  id BIGINT PRIMARY KEY,
  terms MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  FULLTEXT INDEX chat_message_fts_terms (terms)
) ENGINE = InnoDB;

-- Messages with lower ids are not in it yet; 0 if all are: one row.
CREATE TABLE chat_search (
  begins_at BIGINT NOT NULL
) ENGINE = InnoDB;
INSERT INTO chat_search SELECT COALESCE(MAX(id) + 1, 0) FROM chat_message;
