-- Signed manifests of recipients, as they were installed. What stands here is trusted by nobody: every server follows
-- the signatures from the signers that its own configuration pins.

CREATE TABLE key_manifest (
    epoch integer PRIMARY KEY CHECK (epoch > 0),
    -- Root signers alone signed it: whatever is sealed to an older epoch is refused from then on.
    compromise boolean NOT NULL,
    manifest bytea NOT NULL CHECK (length(manifest) BETWEEN 1 AND 262144),
    signatures text[] NOT NULL CHECK (cardinality(signatures) <= 256 AND length(array_to_string(signatures, '')) <= 262144)
);

-- At once means in the very transaction: a server that has not heard yet keeps nothing that is sealed to the old keys.
CREATE FUNCTION refuse_compromised_epoch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.key_manifest k WHERE k.compromise AND k.epoch > NEW.epoch) THEN
        RAISE EXCEPTION 'the recipients of this epoch are compromised' USING ERRCODE = 'AMK01';
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION refuse_compromised_epoch() FROM PUBLIC;

CREATE TRIGGER refuse_compromised_epoch BEFORE INSERT ON testimony
    FOR EACH ROW EXECUTE FUNCTION refuse_compromised_epoch();
