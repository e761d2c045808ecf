CREATE SCHEMA IF NOT EXISTS jalousie;

-- The version of these tables: one row.
CREATE TABLE jalousie.store (version integer NOT NULL);

-- One row per chain: its end, sealed with the site's key. Each gate writes a chain of its own.
CREATE TABLE jalousie.shards (
    shard integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id bytea NOT NULL UNIQUE,
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    seal bytea NOT NULL
);

-- One row per receipt. Erasing sets everything to null but its place in the chain, and says why.
CREATE TABLE jalousie.receipts (
    shard integer NOT NULL,
    sequence bigint NOT NULL,
    commitment bytea NOT NULL,
    hash bytea NOT NULL,
    erased text,
    seal bytea,
    number bytea UNIQUE,
    time bigint, -- milliseconds since 1970, as the gate's clock had it
    salt bytea,
    content text,
    PRIMARY KEY (shard, sequence)
);

-- What receipts refer to by hash: once each.
CREATE TABLE jalousie.texts (
    hash bytea PRIMARY KEY,
    document text NOT NULL
);
