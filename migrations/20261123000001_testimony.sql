-- What Postgres keeps of a testimony. Every column stands in config/columns.toml with what a thief learns from it.
-- No sequence, no timestamp, no language, no file name, no exact size.

CREATE TABLE testimony (
    id uuid PRIMARY KEY,
    week text NOT NULL CHECK (week ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'),
    epoch integer NOT NULL CHECK (epoch >= 0),
    header bytea NOT NULL CHECK (length(header) BETWEEN 64 AND 65536),
    chunks integer NOT NULL CHECK (chunks > 0),
    payload_bytes bigint NOT NULL CHECK (payload_bytes BETWEEN 1 AND 1125899906842624),
    payload_sha256 bytea NOT NULL CHECK (length(payload_sha256) = 32)
);

-- The first half of an id comes from the form that was sent, the second half from what was sent with it: one form
-- keeps one testimony, and sending the same again meets the same id.
CREATE UNIQUE INDEX testimony_form ON testimony (substr(uuid_send(id), 1, 8));

CREATE TABLE payload_chunk (
    -- Checked at commit: a large testimony writes its chunks first, its row last.
    testimony uuid NOT NULL REFERENCES testimony ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    n integer NOT NULL CHECK (n >= 0),
    bytes bytea NOT NULL,
    PRIMARY KEY (testimony, n)
);
-- Ciphertext does not compress.
ALTER TABLE payload_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE testimony ALTER COLUMN header SET STORAGE EXTERNAL;

-- Keys of the form tokens. A key signs the forms of one week and is erased when the next week has passed.
CREATE TABLE form_key (
    week text PRIMARY KEY,
    key bytea NOT NULL CHECK (length(key) = 32)
);

-- The key of `of_week`: `candidate` when there is none yet. Keys older than `oldest` are erased.
CREATE FUNCTION form_key(of_week text, candidate bytea, oldest text) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    weeks text[];
    keys bytea[];
BEGIN
    IF EXISTS (SELECT FROM public.form_key WHERE form_key.week < oldest) THEN
        -- A deleted row would stay in the table's file for a year; a truncated table gets a new file.
        SELECT array_agg(f.week), array_agg(f.key) INTO weeks, keys FROM public.form_key f WHERE f.week >= oldest;
        TRUNCATE public.form_key;
        INSERT INTO public.form_key SELECT * FROM unnest(weeks, keys);
    END IF;
    INSERT INTO public.form_key (week, key) VALUES (of_week, candidate) ON CONFLICT DO NOTHING;
    RETURN (SELECT f.key FROM public.form_key f WHERE f.week = of_week);
END
$$;

-- Whether this very testimony is kept. Its id cannot be guessed.
CREATE FUNCTION kept(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.testimony WHERE id = wanted);
$$;

REVOKE ALL ON FUNCTION form_key(text, bytea, text), kept(uuid) FROM PUBLIC;
