-- What the container said last of what a user may do, who may be away.
ALTER TABLE chat_account ADD COLUMN vouched_role TEXT COLLATE "C" NOT NULL DEFAULT 'MEMBER';
