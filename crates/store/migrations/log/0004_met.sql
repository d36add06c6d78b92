-- When each signer last said that it holds what it has signed for: one row each, however many logs there are.
CREATE TABLE met (
  signer BLOB    PRIMARY KEY CHECK (length(signer) = 32),
  at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
