-- What the container said last of what a user may do, who may be away.
ALTER TABLE chat_account ADD COLUMN vouched_role VARBINARY(16) NOT NULL DEFAULT 'MEMBER';
