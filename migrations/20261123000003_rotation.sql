-- New age headers that wait beside the present ones until somebody has proven that they open.

CREATE TABLE next_header (
    testimony uuid PRIMARY KEY REFERENCES testimony ON DELETE CASCADE,
    epoch integer NOT NULL CHECK (epoch > 0),
    header bytea NOT NULL CHECK (length(header) BETWEEN 64 AND 65536),
    -- SHA-256 of the header that it was made from: if the row has another one by then, it is of no use.
    replaces bytea NOT NULL CHECK (length(replaces) = 32)
);
-- Ciphertext does not compress.
ALTER TABLE next_header ALTER COLUMN header SET STORAGE EXTERNAL;
