-- Who is vouched for by the container is found by what is kept instead of a password's hash.
CREATE INDEX chat_account_password_hash ON chat_account (password_hash);
