-- What messages can be found by, in words that are made by the application.
CREATE TABLE chat_message_fts (
  id BIGINT PRIMARY KEY,
  terms tsvector NOT NULL
);
CREATE INDEX chat_message_fts_terms ON chat_message_fts USING gin (terms);

-- Messages with lower ids are not in it yet; 0 if all are: one row.
CREATE TABLE chat_search (
  begins_at BIGINT NOT NULL
);
INSERT INTO chat_search SELECT COALESCE(MAX(id) + 1, 0) FROM chat_message;
