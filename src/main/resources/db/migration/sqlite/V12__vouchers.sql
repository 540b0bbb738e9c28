-- Invitations to make an account, which can still be used; expires_at: milliseconds since 1970.
CREATE TABLE chat_voucher (
  token_hash TEXT NOT NULL PRIMARY KEY,
  issuer_id INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_voucher_expires_at ON chat_voucher (expires_at);
