-- What messages can be found by, in words of letters and digits that are made by the application;
-- the rowid is the id of the message. The texts themselves are in chat_message alone.
CREATE VIRTUAL TABLE chat_message_fts USING fts5(
  terms, marks, content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- Messages with lower ids are not in it yet; 0 if all are: one row.
CREATE TABLE chat_search (
  begins_at INTEGER NOT NULL
) STRICT;
INSERT INTO chat_search SELECT COALESCE(MAX(id) + 1, 0) FROM chat_message;
