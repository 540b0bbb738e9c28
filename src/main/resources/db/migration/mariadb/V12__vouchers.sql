-- Invitations to make an account, which can still be used; expires_at: milliseconds since 1970.
CREATE TABLE chat_voucher (
  token_hash VARBINARY(64) NOT NULL PRIMARY KEY,
  issuer_id BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  uses INT NOT NULL,
  INDEX chat_voucher_expires_at (expires_at)
) ENGINE = InnoDB;
