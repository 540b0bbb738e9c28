-- Invitations to make an account, which can still be used; expires_at: milliseconds since 1970.
CREATE TABLE chat_voucher (
  token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  issuer_id BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  uses INTEGER NOT NULL
);
CREATE INDEX chat_voucher_expires_at ON chat_voucher (expires_at);
